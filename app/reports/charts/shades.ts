/**
 * Cividis: from dark to light for eyes that tell colours apart, for those that do not, and in grey print; text on each
 * shade in the colour that can be read there.
 */
const RAMP = [
  [0, 32, 77],
  [65, 77, 107],
  [124, 123, 120],
  [188, 175, 111],
  [255, 234, 70],
] as const;

export type Shade = readonly [number, number, number];

/** The shade of a level among so many, the lowest the darkest. */
export function shadeOf(level: number, levels: number): Shade {
  const place = levels === 1 ? RAMP.length - 1 : (level / (levels - 1)) * (RAMP.length - 1);
  const [low, high] = [RAMP[Math.floor(place)] ?? RAMP[0], RAMP[Math.ceil(place)] ?? RAMP[0]];
  const part = place - Math.floor(place);
  const mixed = low.map((value, channel) => Math.round(value + ((high[channel] ?? value) - value) * part));
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
}

export function hex(shade: Shade): string {
  return `#${shade.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

export function isDark([red, green, blue]: Shade): boolean {
  return 0.299 * red + 0.587 * green + 0.114 * blue < 110;
}
