import { useEffect, useState } from "react";
import { KIND_NAMES } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { searchable } from "~/i18n/searchable";
import { useLanguage } from "~/i18n/use-text";
import { useMessages, useWords } from "~/i18n/use-words";
import type { ListAnswer } from "~/surveys/find-units";
import type { UnitGroup } from "~/surveys/unit-groups";
import type { UnitKind } from "~/units/unit-kinds";
import { UnitList } from "./unit-list";
import { UnitSearch } from "./unit-search";

export interface ChoosableUnit {
  id: number;
  code: string;
  name: string;
  kind: UnitKind;
}

interface UnitChoiceProps {
  units: readonly ChoosableUnit[];
  kinds: readonly UnitKind[];
  /** Boxes for whole kinds that a form sent without scripts had ticked. */
  tickedKinds: readonly string[];
  chosen: ReadonlySet<number>;
  onChoose: (chosen: ReadonlySet<number>) => void;
  problem: string | undefined;
  /** Units that have others of these below them. */
  groups: readonly UnitGroup[];
  listProblem: string | undefined;
  typedList: string;
  list: ListAnswer | null;
}

/**
 * The units of a survey as tick boxes, kind by kind, with a filter, buttons for all and none, all units of a place, and a
 * list to be looked up. Without scripts: a plain list in a scrolling box, and one box that stands for all units of a kind.
 */
export function UnitChoice(props: UnitChoiceProps) {
  const { units, kinds, tickedKinds, chosen, onChoose, problem, groups, listProblem, typedList, list } = props;
  const t = useWords();
  const told = useMessages();
  const language = useLanguage();
  const count = (number: number) => formatCount(number, language);
  const [search, setSearch] = useState("");
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const wanted = searchable(search);
  const shown = new Set(
    units
      .filter(({ name, code }) => searchable(name).includes(wanted) || code.toLowerCase().includes(wanted))
      .map(({ id }) => id),
  );
  const offered = kinds.filter((kind) => units.some((unit) => unit.kind === kind));
  const choose = (ids: readonly number[], ticked: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) ticked ? next.add(id) : next.delete(id);
    onChoose(next);
  };
  return (
    <fieldset id="unitIds" className="field" aria-describedby={problem ? "unitIds-problem" : undefined}>
      <legend>{t("Đơn vị")}</legend>
      <p className="hint">
        {t(
          "Mỗi đơn vị có một mã QR dùng chung cho mọi đợt khảo sát của đơn vị đó: người quét mã gặp đợt đang mở, nhiều đợt cùng mở thì được chọn.",
        )}
      </p>
      {problem && (
        <p id="unitIds-problem" className="problem">
          {problem}
        </p>
      )}
      {offered.length === 0 && (
        <p className="empty-state">
          {t(
            "Không có đơn vị phù hợp trong phạm vi của tài khoản, nên chưa lập được đợt khảo sát: kết quả tính theo đơn vị, mã QR cũng là của đơn vị. Nhờ quản trị viên thêm đơn vị hoặc mở rộng phạm vi.",
          )}
        </p>
      )}
      {offered.length > 0 && (
        <p className="needs-script" role="status">
          {chosen.size === 0
            ? t("Chưa chọn đơn vị nào. Đợt khảo sát cần ít nhất một đơn vị: kết quả tính theo đơn vị.")
            : t("Đang chọn {n} đơn vị.", { n: count(chosen.size) })}
        </p>
      )}
      {units.length > 1 && <UnitSearch label={t("Lọc theo tên hoặc mã")} value={search} onChange={setSearch} />}
      {units.length > 1 && <GroupChoice groups={groups} onTake={(ids) => choose(ids, true)} />}
      {units.length > 1 && <UnitList key={list?.turn} typed={typedList} problem={listProblem} answer={list} />}
      {wanted !== "" && shown.size === 0 && (
        <p className="hint">{t("Không có đơn vị nào khớp với “{search}”.", { search })}</p>
      )}
      {offered.map((kind) => {
        const ofKind = units.filter((unit) => unit.kind === kind);
        const visible = ofKind.filter(({ id }) => shown.has(id)).map(({ id }) => id);
        const ticked = ofKind.filter(({ id }) => chosen.has(id)).length;
        const allOfKind =
          kind === "commune"
            ? t("Chọn tất cả {n} xã, phường", { n: count(ofKind.length) })
            : t("Chọn tất cả {n} đơn vị", { n: count(ofKind.length) });
        return (
          <div key={kind} className="unit-choice" hidden={visible.length === 0}>
            <p>
              <strong>{told(KIND_NAMES[kind])}</strong>
            </p>
            {!scripted && (
              <label className="check without-script">
                <input type="checkbox" name="kinds" value={kind} defaultChecked={tickedKinds.includes(kind)} />
                {allOfKind}
              </label>
            )}
            <div className="actions needs-script">
              <output>{t("Đã chọn {ticked}/{all}", { ticked: count(ticked), all: count(ofKind.length) })}</output>
              <button type="button" className="button button-quiet" onClick={() => choose(visible, true)}>
                {wanted === "" ? allOfKind : t("Chọn {n} đơn vị đang hiện", { n: count(visible.length) })}
                <span className="visually-hidden">: {told(KIND_NAMES[kind])}</span>
              </button>
              <button type="button" className="button button-quiet" onClick={() => choose(visible, false)}>
                {wanted === "" ? t("Bỏ chọn tất cả") : t("Bỏ chọn các đơn vị đang hiện")}
                <span className="visually-hidden">: {told(KIND_NAMES[kind])}</span>
              </button>
            </div>
            <div className="unit-list">
              <div className="check-columns">
                {ofKind.map((unit) => (
                  <label key={unit.id} className="check" hidden={!shown.has(unit.id)}>
                    <input
                      type="checkbox"
                      name="unitIds"
                      value={unit.id}
                      checked={chosen.has(unit.id)}
                      onChange={(event) => choose([unit.id], event.target.checked)}
                    />
                    <span>
                      {unit.name} <span className="muted">{unit.code}</span>
                    </span>
                  </label>
                ))}
              </div>
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}

/** All units of a place at once: by script where there is one, else by asking the site. */
function GroupChoice({
  groups,
  onTake,
}: {
  groups: readonly UnitGroup[];
  onTake: (unitIds: readonly number[]) => void;
}) {
  const t = useWords();
  const language = useLanguage();
  const [group, setGroup] = useState("");
  if (groups.length === 0) return null;
  return (
    <div className="field-inline">
      <label htmlFor="group">{t("Mọi đơn vị trực thuộc")}</label>
      <select id="group" name="group" value={group} onChange={(event) => setGroup(event.target.value)}>
        <option value="">{t("Chọn nơi")}</option>
        {groups.map(({ id, name, unitIds }) => (
          <option key={id} value={id}>
            {name} ({formatCount(unitIds.length, language)})
          </option>
        ))}
      </select>
      <button
        type="submit"
        name="intent"
        value="take-group"
        className="button button-quiet"
        onClick={(event) => {
          event.preventDefault();
          onTake(groups.find(({ id }) => String(id) === group)?.unitIds ?? []);
        }}
      >
        {t("Chọn thêm")}
      </button>
    </div>
  );
}
