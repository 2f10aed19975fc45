export type OutboundErrorKind = 'refused_address' | 'unreachable' | 'timeout' | 'too_large' | 'unreadable'

/** Why nothing usable came back from another machine. */
export class OutboundError extends Error {
  readonly kind: OutboundErrorKind

  constructor(kind: OutboundErrorKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'OutboundError'
    this.kind = kind
  }
}
