import { Form } from "@remix-run/react";
import { formatMonth } from "~/i18n/dates";
import { useNames } from "~/i18n/use-names";
import { useWords } from "~/i18n/use-words";
import type { Phrase } from "~/i18n/words";
import {
  type AnalysisFilter,
  analysisAddress,
  FILTER_NAMES,
  type FilterName,
  filterFields,
  type ProfileItem,
  profileText,
  type QualityChoice,
} from "~/indices/analysis-filter";
import type { Channel } from "~/responses/channels";
import type { UnitKind } from "~/units/unit-kinds";
import { FieldFrame } from "./field-frame";
import { SelectField } from "./select-field";

export const FILTER_LABELS: Readonly<Record<FilterName, Phrase>> = {
  unit: "Đơn vị",
  kind: "Loại đơn vị",
  from: "Từ tháng",
  to: "Đến tháng",
  channel: "Kênh thu",
  profile: "Người trả lời",
  quality: "Chất lượng phiếu",
};

export const QUALITY_LABELS: Readonly<Record<QualityChoice, Phrase>> = {
  unflagged: "Bỏ phiếu có dấu hiệu",
  flagged: "Chỉ phiếu có dấu hiệu",
};

export interface FilterOptions {
  units: readonly { key: string; name: string; depth: number; place: string | null; surveyed: boolean }[];
  kinds: readonly UnitKind[];
  months: readonly string[];
  channels: readonly Channel[];
  profiles: readonly ProfileItem[];
  qualities: readonly QualityChoice[];
}

/** Chooses whose answers a view shows, through the address, so that it can be shared and needs no script. */
export function AnalysisFilterForm({
  filter,
  choices,
  uses,
  more,
}: {
  filter: AnalysisFilter;
  choices: FilterOptions;
  uses: readonly FilterName[];
  more: Readonly<Record<string, string>>;
}) {
  const t = useWords();
  const names = useNames();
  const kept = [...filterFields(filter).filter(([name]) => !uses.includes(name)), ...Object.entries(more)];
  const shown = FILTER_NAMES.filter((name) => uses.includes(name) && countOf(choices, name) > 1);
  if (shown.length === 0) return null;
  const field = (name: FilterName) => {
    if (name === "profile") return <ProfileField key={name} filter={filter} profiles={choices.profiles} />;
    const options = {
      unit: () => choices.units.map((unit) => ({ value: unit.key, label: unitLabel(unit) })),
      kind: () => choices.kinds.map((value) => ({ value: value as string, label: names.kinds[value] })),
      from: () => choices.months.map((month) => ({ value: month, label: formatMonth(month) })),
      to: () => choices.months.map((month) => ({ value: month, label: formatMonth(month) })),
      quality: () => choices.qualities.map((value) => ({ value: value as string, label: t(QUALITY_LABELS[value]) })),
      channel: () => choices.channels.map((value) => ({ value: value as string, label: names.channels[value] })),
    }[name]();
    return (
      <SelectField
        key={name}
        name={name}
        label={t(FILTER_LABELS[name])}
        placeholder={t("Tất cả")}
        value={filter[name] ?? ""}
        options={options}
      />
    );
  };
  return (
    <Form method="get" className="filter-form analysis-filter" key={analysisAddress(filter, more)}>
      {kept.map(([name, value]) => value !== "" && <input key={name} type="hidden" name={name} value={value} />)}
      {shown.map(field)}
      <div className="analysis-filter-go">
        <button type="submit" className="button button-quiet">
          {t("Xem")}
        </button>
      </div>
      <p className="table-note">
        {t("Chỉ tính phiếu đang được đưa vào kết quả; phiếu giữ lại chờ xem xét không có ở đây.")}
      </p>
    </Form>
  );
}

function countOf(choices: FilterOptions, name: FilterName): number {
  const { units, kinds, months, channels, profiles, qualities } = choices;
  const period = { from: months.length, to: months.length };
  const within = { channel: channels.length, profile: profiles.length + 1, quality: qualities.length };
  return { unit: units.length, kind: kinds.length, ...period, ...within }[name];
}

/** A unit in a native list. Depth in the tree is told by spaces: a native list has no other way. */
export function unitLabel({ name, depth, place, surveyed }: FilterOptions["units"][number]): string {
  return `${"\u2003".repeat(Math.min(depth, 4))}${name}${surveyed && depth === 0 && place ? ` (${place})` : ""}`;
}

/** Answers about the respondent, under the question that each belongs to. */
function ProfileField({ filter, profiles }: { filter: AnalysisFilter; profiles: readonly ProfileItem[] }) {
  const t = useWords();
  return (
    <FieldFrame name="profile" label={t(FILTER_LABELS.profile)}>
      {(control) => (
        <select {...control} defaultValue={filter.profile ? profileText(filter.profile) : ""}>
          <option value="">{t("Tất cả")}</option>
          {profiles.map(({ code, text, options }) => (
            <optgroup key={code} label={`${code}. ${text.vi}`}>
              {options.map(({ value, label }) => (
                <option key={value} value={profileText({ item: code, option: value })}>
                  {label.vi}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
