/** Short facts about a thing, as a description list that lays itself out in columns. */
export function Facts({ facts }: { facts: readonly (readonly [term: string, fact: string])[] }) {
  return (
    <dl className="facts">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
