import { useEffect, useState } from "react";
import { KIND_NAMES } from "~/i18n/names";
import { formatCount } from "~/i18n/numbers";
import { searchable } from "~/i18n/searchable";
import type { UnitKind } from "~/units/unit-kinds";

export interface ChoosableUnit {
  id: number;
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
}

/**
 * The units of a survey as tick boxes, kind by kind, with a filter and buttons for all and none. Without scripts: a plain
 * list in a scrolling box, and one box that stands for all units of a kind.
 */
export function UnitChoice({ units, kinds, tickedKinds, chosen, onChoose, problem }: UnitChoiceProps) {
  const [search, setSearch] = useState("");
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const wanted = searchable(search);
  const shown = new Set(units.filter(({ name }) => searchable(name).includes(wanted)).map(({ id }) => id));
  const offered = kinds.filter((kind) => units.some((unit) => unit.kind === kind));
  const choose = (ids: readonly number[], ticked: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) ticked ? next.add(id) : next.delete(id);
    onChoose(next);
  };
  return (
    <fieldset id="unitIds" className="field" aria-describedby={problem ? "unitIds-problem" : undefined}>
      <legend>Đơn vị</legend>
      <p className="hint">
        Mỗi đơn vị có một mã QR dùng chung cho mọi đợt khảo sát của đơn vị đó: người quét mã gặp đợt đang mở, nhiều đợt
        cùng mở thì được chọn.
      </p>
      {problem && (
        <p id="unitIds-problem" className="problem">
          {problem}
        </p>
      )}
      {offered.length === 0 && <p className="empty-state">Không có đơn vị phù hợp trong phạm vi của tài khoản.</p>}
      {units.length > 1 && (
        <div className="field-inline needs-script">
          <label htmlFor="unit-search">Lọc theo tên</label>
          <input
            id="unit-search"
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => {
              // Enter in the filter must not send the whole form.
              if (event.key === "Enter") event.preventDefault();
            }}
          />
        </div>
      )}
      {wanted !== "" && shown.size === 0 && <p className="hint">Không có đơn vị nào khớp với “{search}”.</p>}
      {offered.map((kind) => {
        const ofKind = units.filter((unit) => unit.kind === kind);
        const visible = ofKind.filter(({ id }) => shown.has(id)).map(({ id }) => id);
        const count = ofKind.filter(({ id }) => chosen.has(id)).length;
        return (
          <div key={kind} className="unit-choice" hidden={visible.length === 0}>
            <p>
              <strong>{KIND_NAMES[kind]}</strong>
            </p>
            {!scripted && (
              <label className="check without-script">
                <input type="checkbox" name="kinds" value={kind} defaultChecked={tickedKinds.includes(kind)} />
                {`Chọn tất cả ${formatCount(ofKind.length)} đơn vị`}
              </label>
            )}
            <div className="actions needs-script">
              <output>{`Đã chọn ${formatCount(count)}/${formatCount(ofKind.length)}`}</output>
              <button type="button" className="button button-quiet" onClick={() => choose(visible, true)}>
                {wanted === ""
                  ? `Chọn tất cả ${formatCount(ofKind.length)}`
                  : `Chọn ${formatCount(visible.length)} đơn vị đang hiện`}
                <span className="visually-hidden">: {KIND_NAMES[kind]}</span>
              </button>
              <button type="button" className="button button-quiet" onClick={() => choose(visible, false)}>
                {wanted === "" ? "Bỏ chọn tất cả" : "Bỏ chọn các đơn vị đang hiện"}
                <span className="visually-hidden">: {KIND_NAMES[kind]}</span>
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
                    {unit.name}
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
