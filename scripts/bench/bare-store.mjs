/**
 * Floor of a submission: a bare node:http server that parses a form and stores the same packed record and texts in one
 * transaction of better-sqlite3, with the pragmas of db/open-database. It trusts what it is sent.
 */
import { createServer } from "node:http";
import SqliteFile from "better-sqlite3";

const [, , file, closedItems, textItems] = process.argv;
const items = closedItems.split(",");
const texts = textItems.split(",");

const database = new SqliteFile(file);
for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -65536"]) {
  database.pragma(pragma);
}
database.exec(`
  create table responses (id integer primary key autoincrement, response_id text not null unique, survey_id integer not null,
    channel text not null, language text not null, started_at text, finished_at text not null, packed text not null);
  create index responses_survey on responses (survey_id);
  create table response_texts (response_sequence integer not null references responses (id), field text not null,
    text text not null, primary key (response_sequence, field))`);
const insert = database.prepare(
  "insert into responses (response_id, survey_id, channel, language, started_at, finished_at, packed) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
);
const insertText = database.prepare("insert into response_texts values (?, ?, ?)");
const store = database.transaction((form) => {
  const packed = items.map((item) => form.get(item) ?? " ").join("");
  const finishedAt = new Date().toISOString();
  const row = [
    form.get("response_id"),
    form.get("survey"),
    "qr",
    form.get("lang"),
    form.get("started_at"),
    finishedAt,
    packed,
  ];
  const { lastInsertRowid, changes } = insert.run(row);
  if (changes === 0) return;
  for (const field of texts) if (form.has(field)) insertText.run(lastInsertRowid, field, form.get(field));
});

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    store.immediate(new URLSearchParams(Buffer.concat(chunks).toString()));
    response.writeHead(303, { Location: `${request.url}/thanks` });
    response.end();
  });
});
server.listen(0, "127.0.0.1", () => console.log(`ready http://127.0.0.1:${server.address().port}`));
