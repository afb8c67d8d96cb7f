import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { formatCount } from "~/i18n/numbers";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import { fillPopulation, parseCalculator, reckonRows, type UnitsFormValues } from "~/surveys/units-form";
import { CommonPopulation } from "./common-population";
import type { FieldProblem } from "./problem-summary";
import { ProblemSummary } from "./problem-summary";
import { SizeCalculator } from "./size-calculator";
import { SizesFile } from "./sizes-file";
import { TargetsTable, type TargetUnit } from "./targets-table";

/** What a step did that saved nothing yet. */
export type UnitsNews =
  | { kind: "reckoned"; reckoned: number; withoutPopulation: number }
  | { kind: "filled"; filled: number }
  | { kind: "preview"; changed: number; unchanged: number; outside: number }
  | null;

interface UnitsFormProps {
  surveyId: number;
  units: readonly TargetUnit[];
  /** What is saved. */
  saved: UnitsFormValues;
  /** What the fields hold at first. */
  values: UnitsFormValues;
  seen: string;
  probability: boolean;
  problems: readonly FieldProblem[];
  /** What is wrong with the table that was handed in, line by line. */
  tableProblems: readonly string[];
  pasted: string;
  /** The population for many units at once, as typed. */
  common: string;
  news: UnitsNews;
}

/** Calculator, table handed in, and the table of units; one form, which works the same without scripts. */
export function UnitsForm(props: UnitsFormProps) {
  const { surveyId, units, saved, values, seen, probability, problems, tableProblems, pasted } = props;
  const t = useWords();
  const told = useMessages();
  const busy = useNavigation().state !== "idle";
  const [calculator, setCalculator] = useState(values.calculator);
  const [rows, setRows] = useState(values.rows);
  const [news, setNews] = useState(props.news);
  const parsed = parseCalculator(calculator);
  const reckon = () => {
    if (!parsed.ok) return false;
    const { rows: next, ...counts } = reckonRows(parsed.value, rows);
    setRows(next);
    setNews({ kind: "reckoned", ...counts });
    return true;
  };
  const fillAll = (typed: string, all: boolean) => {
    const filling = fillPopulation(rows, typed, all);
    if (!filling.ok) return false;
    setRows(filling.value.rows);
    setNews({ kind: "filled", filled: filling.value.filled });
    return true;
  };
  const translated = problems.map(({ field, message }) => ({ field, message: told(message) }));
  return (
    <Form method="post" encType="multipart/form-data" className="units-form" noValidate>
      <input type="hidden" name="seen" value={seen} />
      <ProblemSummary problems={translated} />
      <SizeCalculator values={calculator} problems={translated} onChange={setCalculator} onReckon={reckon} />
      <SizesFile surveyId={surveyId} problems={tableProblems} pasted={pasted} />
      <CommonPopulation typed={props.common} problems={problems} onFill={fillAll} />
      <NewsNotice news={news} />
      <TargetsTable
        units={units}
        rows={rows}
        plan={parsed.ok ? parsed.value : null}
        probability={probability}
        saved={saved.rows}
        problems={translated}
        onChange={(row) => setRows(rows.map((one) => (one.unitId === row.unitId ? row : one)))}
      />
      <div className="save-bar">
        <button type="submit" name="intent" value="save" className="button" disabled={busy}>
          {busy ? t("Đang lưu…") : t("Lưu cỡ mẫu")}
        </button>
        <span className="hint">{t("Lưu tất cả đơn vị cùng một lúc.")}</span>
      </div>
    </Form>
  );
}

function NewsNotice({ news }: { news: UnitsNews }) {
  const t = useWords();
  const language = useLanguage();
  const count = (value: number) => formatCount(value, language);
  return (
    <div role="status">
      {news?.kind === "filled" && (
        <p className="notice notice-good">{t("Đã điền N cho {n} đơn vị; chưa lưu.", { n: count(news.filled) })}</p>
      )}
      {news?.kind === "reckoned" && (
        <p className={news.withoutPopulation > 0 ? "notice notice-caution" : "notice notice-good"}>
          {t("Đã tính cỡ mẫu cho {n} đơn vị; chưa lưu.", { n: count(news.reckoned) })}{" "}
          {news.withoutPopulation > 0 &&
            t("{n} đơn vị chưa có N nên chưa tính được: nhập N hoặc chọn công thức khác.", {
              n: count(news.withoutPopulation),
            })}
        </p>
      )}
      {news?.kind === "preview" && (
        <p className="notice notice-good">
          {t("Bảng đổi số của {n} đơn vị, {same} đơn vị giữ nguyên; chưa lưu. Số cũ ghi dưới ô.", {
            n: count(news.changed),
            same: count(news.unchanged),
          })}{" "}
          {news.outside > 0 && t("Bỏ qua {n} dòng của đơn vị không thuộc đợt này.", { n: count(news.outside) })}
        </p>
      )}
    </div>
  );
}
