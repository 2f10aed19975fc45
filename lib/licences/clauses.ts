import { normaliseTokens, type Token } from './normalise.ts'

/** A numbered item, a sentence or a heading: the piece in which texts are compared. */
export interface Clause {
  tokens: readonly Token[]
  /** Its normalised words: equal keys are the same clause. */
  key: string
  /** Place in the original text. */
  start: number
  end: number
}

/** Splits a text into clauses on its normalised words, so that reflowing it cannot change the split. */
export function clausesOf(text: string): Clause[] {
  return clausesOfTokens(normaliseTokens(text))
}

/** The clauses of a text whose words were read already. */
export function clausesOfTokens(all: readonly Token[]): Clause[] {
  const groups: Token[][] = []
  for (const token of all) {
    const group = groups.at(-1)
    if (group === undefined || token.isClauseStart) groups.push([token])
    else group.push(token)
  }
  return groups.map((tokens) => ({
    tokens,
    key: tokens.map((token) => token.word).join(' '),
    start: tokens[0]?.start ?? 0,
    end: tokens.at(-1)?.end ?? 0,
  }))
}
