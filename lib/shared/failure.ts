export type FailureCode = 'not-found' | 'forbidden' | 'unauthenticated' | 'conflict' | 'unavailable'

/** Absence, missing permission or an unreachable dependency: thrown with a code, turned into an answer at the door. */
export class Failure extends Error {
  readonly code: FailureCode

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Failure'
    this.code = code
  }
}

/** Says that a thing does not exist, or that the caller may not learn that it does. */
export function notFound(what: string): Failure {
  return new Failure('not-found', `${what} was not found.`)
}
