import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskSmallChannels } from "~/indices/mask-small-channels";
import { CHANNELS, type Channel } from "~/responses/channels";

const shown = (counts: Partial<Record<Channel, number>>, minimum = 10) =>
  Object.fromEntries(
    maskSmallChannels(new Map(Object.entries(counts) as [Channel, number][]), minimum).map(
      ({ channel, responses }) => [channel, responses] as const,
    ),
  );

describe("channels beside their total", () => {
  it("are told where none is small", () => {
    expect(shown({ qr: 40, paper: 10 })).toEqual({ qr: 40, paper: 10 });
    expect(shown({ qr: 40 })).toEqual({ qr: 40 });
    expect(shown({ qr: 3 }, 0)).toEqual({ qr: 3 });
    expect(shown({})).toEqual({});
  });

  it("mask a second one with a small one, which would follow by subtraction", () => {
    expect(shown({ qr: 400, kiosk: 50, paper: 4 })).toEqual({ qr: 400, kiosk: null, paper: null });
    expect(shown({ qr: 400, paper: 4 })).toEqual({ qr: null, paper: null });
  });

  it("mask one more where the small ones together are still few", () => {
    expect(shown({ qr: 400, kiosk: 50, paper: 4, phone: 3 })).toEqual({
      ...{ qr: 400, kiosk: null, paper: null, phone: null },
    });
    expect(shown({ qr: 400, kiosk: 50, paper: 6, phone: 6 })).toEqual({ qr: 400, kiosk: 50, paper: null, phone: null });
  });

  it("are not split at all where the only one is small", () => {
    expect(shown({ qr: 4 })).toEqual({});
  });

  it("never leave fewer than two or fewer than the minimum hidden beside a channel that is told", () => {
    const counts = fc.dictionary(fc.constantFrom(...CHANNELS), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 30 }), (given, minimum) => {
        const rows = maskSmallChannels(new Map(Object.entries(given) as [Channel, number][]), minimum);
        const masked = rows.filter(({ responses }) => responses === null);
        const told = rows.filter(({ responses }) => responses !== null);
        for (const { responses } of told) expect(responses).toBeGreaterThanOrEqual(minimum);
        if (masked.length === 0) return;
        expect(masked.length).toBeGreaterThanOrEqual(2);
        const hidden = masked.reduce((sum, { channel }) => sum + (given[channel] ?? 0), 0);
        if (told.length > 0) expect(hidden).toBeGreaterThanOrEqual(minimum);
      }),
    );
  });
});
