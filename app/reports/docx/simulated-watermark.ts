import type { IContext, IXmlableObject } from "docx";
import { TextWatermark } from "docx/watermarks";
import { SIMULATED_MARK } from "~/i18n/names";
import { FONT } from "./styles";

/** What Word knows a watermark by; the library puts chance letters behind it. */
const NAME = /PowerPlusWaterMarkObject[^"]*/g;

/** The mark of simulated figures across a page. It is called the same in each file, so that the same report gives the same bytes. */
export class SimulatedWatermark extends TextWatermark {
  constructor() {
    super({ text: SIMULATED_MARK, font: FONT, bold: true, color: "#9A9A9A", opacity: 0.45, width: 460 });
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const xml = super.prepForXml(context);
    return xml && JSON.parse(JSON.stringify(xml).replace(NAME, "PowerPlusWaterMarkObject1"));
  }
}
