import { createRequire } from "node:module";
import { GlobalFonts } from "@napi-rs/canvas";
import { FONT } from "./chart-basics";

const { resolve } = createRequire(import.meta.url);

/** Makes the platform's own letters known to drawings; once is enough, again does no harm. */
export function registerPlatformFont(): void {
  if (GlobalFonts.has(FONT)) return;
  for (const folder of ["400Regular", "600SemiBold"])
    GlobalFonts.registerFromPath(
      resolve(`@expo-google-fonts/be-vietnam-pro/${folder}/BeVietnamPro_${folder}.ttf`),
      FONT,
    );
}
