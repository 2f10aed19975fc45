import type { TimelineEvent } from './events.ts'

export interface Contradiction {
  /**
   * `promise-against-api-only`: an open release was promised of a model that is offered as a service. `claim-against-api-only`: an
   * unverified claim about such a model. `opposite-directions`: close in time, one event opens and another closes.
   * `documents-disagree`: one event that records documents of the publisher saying different things.
   */
  because: 'promise-against-api-only' | 'claim-against-api-only' | 'opposite-directions' | 'documents-disagree'
  models: string[]
  events: TimelineEvent[]
}

/** Beyond this, closing after opening is history, not a contradiction. */
const CLOSE_DAYS = 90
const DAY = 86_400_000
const OPENS: ReadonlySet<string> = new Set(['more-open', 'slightly-more-open'])
const CLOSES: ReadonlySet<string> = new Set(['less-open', 'slightly-less-open'])

/**
 * Events to be shown side by side because they say different things about the same model, in order of time. Who is right is not
 * decided. A contradiction between events that name no common model is not found.
 */
export function contradictions(timeline: readonly TimelineEvent[]): Contradiction[] {
  const pairs = timeline.flatMap((earlier, at) =>
    timeline.slice(at + 1).flatMap((later): Contradiction[] => {
      const models = sharedModels(earlier, later)
      const because = models.length > 0 ? reasonOf(earlier, later) : null
      return because ? [{ because, models, events: [earlier, later] }] : []
    }),
  )
  const alone = timeline
    .filter((event) => event.signals.some((signal) => signal.code === 'readme-and-licence-disagree'))
    .map((event): Contradiction => ({ because: 'documents-disagree', models: event.models, events: [event] }))
  return [...pairs, ...alone].sort((a, b) => compareOn(a.events[0], b.events[0]))
}

function reasonOf(earlier: TimelineEvent, later: TimelineEvent): Contradiction['because'] | null {
  const kinds = new Set([earlier.kind, later.kind])
  if (kinds.has('api-only') && kinds.has('promise')) return 'promise-against-api-only'
  if (kinds.has('api-only') && kinds.has('claim-unverified')) return 'claim-against-api-only'
  const [a, b] = [earlier.direction ?? '', later.direction ?? '']
  const isOpposite = (OPENS.has(a) && CLOSES.has(b)) || (CLOSES.has(a) && OPENS.has(b))
  return isOpposite && Date.parse(later.on) - Date.parse(earlier.on) <= CLOSE_DAYS * DAY ? 'opposite-directions' : null
}

function sharedModels(a: TimelineEvent, b: TimelineEvent): string[] {
  const shared = a.models.flatMap((one) => b.models.flatMap((other) => narrower(one, other) ?? []))
  return [...new Set(shared)]
}

/** Of two names that mean a common model, the one that means fewer; null where they mean none. */
function narrower(one: string, other: string): string | null {
  if (matches(one, other)) return other
  return matches(other, one) ? one : null
}

function matches(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.\\+?^$()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(name)
}

function compareOn(a: TimelineEvent | undefined, b: TimelineEvent | undefined): number {
  return (a?.on ?? '').localeCompare(b?.on ?? '')
}
