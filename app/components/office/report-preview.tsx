import { Fragment } from "react";
import { useWords } from "~/i18n/use-words";
import type { Annex, Block, ReportCell, ReportDocument, ReportTable } from "~/reports/report-document";
import { TableRegion } from "./table-region";

/** A report as it will be printed, roughly: its words and tables, headings below those of the page. */
export function ReportPreview({ document }: { document: ReportDocument }) {
  const t = useWords();
  const { letterhead, kind, subject, marks, addressee, body, closing, annexes } = document;
  return (
    <article className="report-preview" lang="vi" aria-label={t("Xem trước báo cáo")}>
      <p className="report-preview-head">
        {letterhead.issuer.replace(/\n/g, " ")} · {letterhead.number} · {letterhead.placeAndDay}
      </p>
      <h3 className="report-preview-title">
        {kind}
        <br />
        {subject}
      </h3>
      {marks.map((mark) => (
        <p key={mark} className="report-preview-mark">
          ({mark})
        </p>
      ))}
      {addressee && <p className="report-preview-mark">{addressee}</p>}
      <Blocks blocks={body} />
      <p className="report-preview-sign">
        {closing.signatory.join(", ")}
        {closing.signer ? `: ${closing.signer}` : ""}
      </p>
      {annexes.map((annex) => (
        <AnnexPreview key={annex.label} annex={annex} />
      ))}
    </article>
  );
}

function AnnexPreview({ annex: { label, title, body } }: { annex: Annex }) {
  return (
    <details>
      <summary>
        {label}. {title}
      </summary>
      <Blocks blocks={body} />
    </details>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their place
    <BlockPreview key={index} block={block} />
  ));
}

function BlockPreview({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading": {
      const Heading = block.level === 1 ? "h4" : block.level === 2 ? "h5" : "h6";
      return <Heading>{block.text}</Heading>;
    }
    case "paragraph":
      return <p>{block.italics ? <em>{block.text}</em> : block.text}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "author-remark":
      return <p className="report-preview-remark">{block.text}</p>;
    case "chart":
      return (
        <figure className="report-preview-chart">
          <p>{block.chart.alternative}</p>
          <figcaption>{block.chart.caption}</figcaption>
        </figure>
      );
    case "table":
      return <TablePreview table={block.table} />;
  }
}

function TablePreview({ table }: { table: ReportTable }) {
  const kindAt = (index: number) => (table.columns[index]?.kind === "number" ? "number" : undefined);
  const cellsOf = (cells: readonly ReportCell[]) =>
    cells.map((cell, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place
      <td key={index} colSpan={cell.span} className={kindAt(index)}>
        {cell.text.split("\n").map((line, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
          <Fragment key={number}>
            {number > 0 && <br />}
            {line}
          </Fragment>
        ))}
      </td>
    ));
  return (
    <>
      <TableRegion label={table.caption}>
        <table>
          <caption>{table.caption}</caption>
          <thead>
            {table.header.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
              <tr key={index}>
                {row.map((cell) => (
                  <th key={cell.text} scope="col" colSpan={cell.span} rowSpan={cell.rows}>
                    {cell.text}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
              <tr key={index} className={row.strong ? "strong" : undefined}>
                {cellsOf(row.cells)}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      {table.notes.map((note) => (
        <p key={note} className="table-note">
          {note}
        </p>
      ))}
    </>
  );
}
