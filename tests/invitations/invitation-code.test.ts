import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CODE_ALPHABET } from "~/collection-points/code";
import { drawInvitation } from "~/collection-points/draw-invitation.server";
import {
  groupInvitation,
  INVITATION_LENGTH,
  invitationFrom,
  invitationIn,
  isWellFormedInvitation,
  looksLikeInvitation,
} from "~/collection-points/invitation";

const codes = fc.array(fc.nat(18), { minLength: 12, maxLength: 12 }).map(invitationFrom);

describe("one-time codes", () => {
  it("have at least fifty bits beside their check character", () => {
    expect((INVITATION_LENGTH - 1) * Math.log2(CODE_ALPHABET.length)).toBeGreaterThan(50);
    const drawn = Array.from({ length: 200 }, drawInvitation);
    expect(new Set(drawn).size).toBe(200);
    expect(drawn.every(isWellFormedInvitation)).toBe(true);
  });

  it("show every mistyped character and every two swapped neighbours", () => {
    fc.assert(
      fc.property(codes, fc.nat(12), fc.nat(18), (code, at, value) => {
        const other = code.slice(0, at) + CODE_ALPHABET.charAt(value) + code.slice(at + 1);
        expect(isWellFormedInvitation(other)).toBe(other === code);
        const swapped = code.slice(0, at) + code.slice(at + 1, at + 2) + code.charAt(at) + code.slice(at + 2);
        if (at < 11) expect(isWellFormedInvitation(swapped)).toBe(swapped === code);
      }),
    );
  });

  it("are told apart from the codes of points, typed or pasted with their address", () => {
    const code = invitationFrom([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(groupInvitation(code)).toMatch(/^.{4}-.{4}-.{5}$/);
    expect(looksLikeInvitation(groupInvitation(code))).toBe(true);
    expect(looksLikeInvitation(`https://hailong.vn/i/${code}`)).toBe(true);
    expect(invitationIn(`https://hailong.vn/i/${code}?lang=en`)).toBe(code);
    expect(looksLikeInvitation("2345-678T")).toBe(false);
    expect(looksLikeInvitation("https://hailong.vn/k/2345678T")).toBe(false);
  });
});
