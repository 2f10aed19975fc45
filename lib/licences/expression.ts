import parse, { type ParsedExpression } from 'spdx-expression-parse'
import { type Outcome, ok, type Refusal, refused } from '#lib/shared/outcome.ts'
import { findAlias } from './aliases.ts'

/** What an SPDX expression says: one licence, or a choice or a sum of expressions. */
export type LicenceExpression =
  | { kind: 'licence'; licenceId: string; isOrLater: boolean; exception: string | null }
  | { kind: 'and' | 'or'; left: LicenceExpression; right: LicenceExpression }

const LONGEST = 1_000
const WORDS = new Set(['AND', 'OR', 'WITH'])

function expressionOf(parsed: ParsedExpression): LicenceExpression {
  if ('conjunction' in parsed) {
    return { kind: parsed.conjunction, left: expressionOf(parsed.left), right: expressionOf(parsed.right) }
  }
  return {
    kind: 'licence',
    licenceId: parsed.license,
    isOrLater: parsed.plus === true,
    exception: parsed.exception ?? null,
  }
}

/** The first operand that names no licence, with what the alias table knows it as. */
function unlisted(source: string): Refusal | null {
  let last = ''
  for (const [word] of source.matchAll(/[^\s()]+/g)) {
    const isOperator = WORDS.has(word.toUpperCase())
    const id = word.replace(/\+$/, '')
    const isException = last === 'WITH'
    last = word.toUpperCase()
    if (isOperator || isException || /^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/.test(id)) continue
    if (findAlias('spdx', id) !== null) continue
    const known = findAlias('hubTag', id)?.licenceId ?? findAlias('hubTag', id.toLowerCase())?.licenceId ?? null
    return {
      field: '',
      rule: 'expression.unknown-licence',
      message: `"${id.slice(0, 80)}" is not on the SPDX list.`,
      remedy:
        known === null
          ? 'Write an SPDX identifier exactly as the list spells it, or a LicenseRef- of your own.'
          : `Write ${known}.`,
    }
  }
  return null
}

function isMiswritten(word: string): boolean {
  return WORDS.has(word.toUpperCase()) && !WORDS.has(word)
}

/** Reads an SPDX licence expression strictly: identifiers as the list spells them, operators in capitals, nothing guessed. */
export function parseExpression(source: string, field = ''): Outcome<LicenceExpression> {
  const no = (refusal: Omit<Refusal, 'field'>) => refused<LicenceExpression>({ ...refusal, field })
  if (source.trim() === '') {
    return no({ rule: 'expression.empty', message: 'There is no expression.', remedy: 'Write one, such as MIT.' })
  }
  if (source.length > LONGEST) {
    const remedy = 'Split it, or name the licences one by one.'
    return no({ rule: 'expression.too-long', message: `It is longer than ${LONGEST} characters.`, remedy })
  }
  const operator = [...source.matchAll(/[^\s()]+/g)].map(([word]) => word).find((word) => isMiswritten(word))
  if (operator !== undefined) {
    const message = `"${operator}" is not written in capitals.`
    return no({ rule: 'expression.operator', message, remedy: `Write ${operator.toUpperCase()}.` })
  }
  const stranger = unlisted(source)
  if (stranger !== null) return no(stranger)
  try {
    return ok(expressionOf(parse(source)))
  } catch (error) {
    const said = error instanceof Error && !(error instanceof TypeError) ? error.message : ''
    return no({
      rule: 'expression.syntax',
      message: said === '' || said === 'Syntax error' ? 'The expression is not complete or not well formed.' : said,
      remedy: 'Join identifiers with AND, OR and WITH, and close every bracket.',
    })
  }
}

/** Every licence an expression names, once each, in its order. */
export function licencesIn(expression: LicenceExpression): string[] {
  if (expression.kind === 'licence') return [expression.licenceId]
  return [...new Set([...licencesIn(expression.left), ...licencesIn(expression.right)])]
}
