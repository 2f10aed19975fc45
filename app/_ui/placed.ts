/** Items whose place in an unchanging list is their identity: clauses of a text, words of a clause. */
export function placed<T>(items: readonly T[]): { place: number; item: T }[] {
  return items.map((item, place) => ({ place, item }))
}
