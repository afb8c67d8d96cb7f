/** A syllable as Vietnamese is written: words of several syllables have spaces inside them. */
export interface Syllable {
  /** As it was written, in lower case. */
  written: string;
  /** Its letters and its tone, whichever of two accepted ways it is spelt: "hoà" and "hòa", "sỹ" and "sĩ" are one. */
  toned: string;
  /** Without diacritics. */
  bare: string;
}

/** A stretch of a comment that no comma, stop or bracket interrupts. */
export type Clause = readonly Syllable[];

/** What is written short in comments, in full. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  ...{ bs: "bác sĩ", bv: "bệnh viện", bn: "bệnh nhân", bhyt: "bảo hiểm y tế", đd: "điều dưỡng" },
  ...{ nv: "nhân viên", cb: "cán bộ", gv: "giáo viên", wc: "nhà vệ sinh", ubnd: "ủy ban nhân dân" },
  ...{ ko: "không", k: "không", kg: "không", hok: "không", khg: "không", đc: "được", dc: "được" },
};

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const known = new Map<string, readonly Syllable[]>();
/** Comments may hold any number of made-up words; beyond this many nothing more is kept. */
const MOST_KNOWN = 20_000;

/** A text cut into clauses and syllables, once for all that is sought in it. */
export interface ReadText {
  clauses: readonly Clause[];
  /** Written without any diacritics, as on a telephone that has none: nothing can be told by them. */
  isBare: boolean;
}

export function readText(text: string): ReadText {
  const clauses = clausesOf(text);
  return { clauses, isBare: clauses.every((clause) => clause.every(({ toned, bare }) => toned === bare)) };
}

/** The syllables of each clause of a text, with what is written short in full. */
export function clausesOf(text: string): Clause[] {
  const clauses = text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}\s]+/u);
  return clauses.flatMap((clause) => {
    const syllables = clause.split(/\s+/).flatMap((word) => (word === "" ? [] : syllablesOf(word)));
    return syllables.length === 0 ? [] : [syllables];
  });
}

function syllablesOf(word: string): readonly Syllable[] {
  let found = known.get(word);
  if (!found) {
    found = (SHORT_FORMS[word] ?? word).split(" ").map(syllable);
    if (known.size < MOST_KNOWN) known.set(word, found);
  }
  return found;
}

function syllable(written: string): Syllable {
  const apart = written.normalize("NFD");
  const letters = oneSpelling(apart.replace(TONES, ""));
  const toned = letters + (apart.match(TONES)?.join("") ?? "");
  return { written, toned, bare: letters.replace(/\p{M}/gu, "").replace(/đ/g, "d") };
}

/** "y" that stands for "i" after a consonant. */
function oneSpelling(letters: string): string {
  return letters.replace(/^(qu|[bcdđghklmnpqrstvx]+)y$/, "$1i");
}
