import { dayNumber } from "~/indices/day-finder";
import type { DaySums } from "~/indices/tally-days";
import { CHANNELS, type Channel } from "~/responses/channels";
import type { Database } from "../open-database.server";
import { ColumnBytes, columnBytes, TextsByBytes } from "./column-bytes";
import { prepareOnce } from "./prepare-once";

const BLOCK = 8192;
const COLUMNS = ["survey_id", "unit_id", "channel", "day", "persons", "answers", "satisfied"];

const statementsOf = prepareOnce(({ $client }) => ({
  block: $client
    .prepare(
      `select count(*), max(place), ${columnBytes(COLUMNS)}
       from (select rowid as place, * from day_tallies where rowid > ? order by rowid limit ${BLOCK})`,
    )
    .raw(),
}));

const channels = new TextsByBytes(CHANNELS);

/** Every sum of a day that is kept, one at a time and in no order, as bytes: there are hundreds for every unit. */
export class DayReader implements DaySums {
  surveyId = 0;
  unitId = 0;
  channel: Channel = "qr";
  /** As `dayNumber` counts. */
  day = 0;
  persons = 0;
  answers = 0;
  satisfied = 0;
  readonly #fields = COLUMNS.map(() => new ColumnBytes());
  readonly #days = new Map<number, number>();
  #place = 0;
  #left = 0;

  constructor(private readonly database: Database) {}

  /** Moves on to the next; false where there is none. */
  next(): boolean {
    if (this.#left === 0 && !this.#readBlock()) return false;
    this.#left--;
    const [survey, unit, channel, day, persons, answers, satisfied] = this.#fields as Fields;
    this.surveyId = survey.next().digits();
    this.unitId = unit.next().digits();
    this.channel = channels.read(channel.next());
    this.day = this.#dayOf(day.next());
    this.persons = persons.next().digits();
    this.answers = answers.next().digits();
    this.satisfied = satisfied.next().digits();
    return true;
  }

  #dayOf(field: ColumnBytes): number {
    const digits = field.digits();
    let day = this.#days.get(digits);
    if (day === undefined) {
      day = dayNumber(field.bytes.toString("latin1", field.start, field.end));
      this.#days.set(digits, day);
    }
    return day;
  }

  #readBlock(): boolean {
    const row = statementsOf(this.database).block.get(this.#place) as [number, number, ...Buffer[]];
    const [count, place, ...columns] = row;
    if (count === 0) return false;
    this.#place = place;
    this.#left = count;
    this.#fields.forEach((field, column) => {
      field.begin(columns[column]);
    });
    return true;
  }
}

type Field = ColumnBytes;
type Fields = [Field, Field, Field, Field, Field, Field, Field];
