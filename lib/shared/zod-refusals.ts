import type { z } from 'zod'
import { isPresentAt, jsonPointer } from './json-pointer.ts'
import type { Refusal } from './outcome.ts'

type Issue = z.core.$ZodIssue

interface Words {
  problem: string
  message: string
  remedy: string
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  date: 'a date',
  null: 'null',
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'an e-mail address such as name@example.com',
  date: 'a day such as 2026-11-23',
  datetime: 'an instant such as 2026-11-23T09:00:00Z',
  url: 'an address such as https://example.com',
  uuid: 'an id as this product gives them',
}

function amount(limit: number | bigint, origin: string): string {
  if (origin === 'string') return `${limit} characters`
  return origin === 'array' || origin === 'set' ? `${limit} entries` : String(limit)
}

function choices(values: readonly unknown[]): string {
  return `Give one of: ${values.map(String).join(', ')}.`
}

function wordsFor(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? issue.expected
      return { problem: 'wrong-type', message: `This is not ${kind}.`, remedy: `Give ${kind}.` }
    }
    case 'invalid_value':
      return {
        problem: 'not-a-choice',
        message: 'This is not one of the values that can be given.',
        remedy: choices(issue.values),
      }
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : []
      const remedy = options.length > 0 ? choices(options) : 'Give one of the shapes that are described.'
      return { problem: 'not-a-choice', message: 'This is not one of the shapes that can be given.', remedy }
    }
    case 'too_big': {
      const most = amount(issue.maximum, issue.origin)
      const isSized = issue.origin === 'string' || issue.origin === 'array' || issue.origin === 'set'
      const problem = issue.origin === 'string' ? 'too-long' : isSized ? 'too-many' : 'too-large'
      return { problem, message: `This is more than ${most}.`, remedy: `Give at most ${most}.` }
    }
    case 'too_small': {
      if (issue.origin === 'string' && Number(issue.minimum) === 1) {
        return { problem: 'empty', message: 'This is empty.', remedy: 'Give a value.' }
      }
      const least = amount(issue.minimum, issue.origin)
      const isSized = issue.origin === 'string' || issue.origin === 'array' || issue.origin === 'set'
      const problem = issue.origin === 'string' ? 'too-short' : isSized ? 'too-few' : 'too-small'
      return { problem, message: `This is less than ${least}.`, remedy: `Give at least ${least}.` }
    }
    case 'invalid_format': {
      // A pattern is told by the words its schema gives it, such as "is not a mail address".
      if (issue.format === 'regex' && !issue.message.startsWith('Invalid')) {
        return { problem: 'wrong-form', message: `This ${issue.message}.`, remedy: 'Correct the value.' }
      }
      const format = FORMATS[issue.format] ?? 'the form that is described'
      return { problem: 'wrong-form', message: `This is not ${format}.`, remedy: `Give ${format}.` }
    }
    default:
      return { problem: 'refused', message: issue.message, remedy: 'Correct the value.' }
  }
}

function stringParam(issue: Issue, name: string): string | undefined {
  const params: unknown = issue.code === 'custom' ? issue.params : undefined
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined
  return typeof value === 'string' ? value : undefined
}

function ruleFor(path: readonly PropertyKey[], problem: string): string {
  const names = path.filter((key) => typeof key === 'string')
  return [...(names.length === 0 ? ['body'] : names), problem].join('.')
}

function unknownFields(issue: Extract<Issue, { code: 'unrecognized_keys' }>, prefix: string): Refusal[] {
  return issue.keys.map((key) => ({
    field: prefix + jsonPointer([...issue.path, key]),
    rule: ruleFor(issue.path, 'unknown-field'),
    message: 'There is no such field.',
    remedy: 'Leave it out, or correct its name.',
  }))
}

function refusalsFor(issue: Issue, input: unknown, prefix: string): Refusal[] {
  if (issue.code === 'unrecognized_keys') return unknownFields(issue, prefix)
  const field = prefix + jsonPointer(issue.path)
  const isMissing =
    issue.path.length > 0 &&
    (input === undefined ? issue.message.includes('received undefined') : !isPresentAt(input, issue.path))
  if (isMissing) {
    const rule = ruleFor(issue.path, 'missing')
    return [
      { field, rule, message: 'This is missing.', remedy: `Give ${wordsFor(issue).remedy.replace(/^Give /, '')}` },
    ]
  }
  const { problem, message, remedy } = wordsFor(issue)
  return [
    {
      field,
      rule: stringParam(issue, 'rule') ?? ruleFor(issue.path, problem),
      message,
      remedy: stringParam(issue, 'remedy') ?? remedy,
    },
  ]
}

/**
 * What zod found wrong, as refusals in plain words. With the parsed input a missing field is told from a wrong one;
 * `prefix` is the pointer to where the input stands in a larger body. A refinement may bring its own `rule` and `remedy`
 * in `params`.
 */
export function refusalsOf(error: z.core.$ZodError, input?: unknown, prefix = ''): Refusal[] {
  return error.issues.flatMap((issue) => refusalsFor(issue, input, prefix))
}
