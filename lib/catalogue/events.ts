import { z } from 'zod'
import { InvalidDataset, readShape } from './dataset.ts'
import { CONFIDENCES, type Confidence, publisherShape } from './dataset-shape.ts'
import { isPublishersOwn } from './source-grade.ts'

const text = z.string().min(1)
const git = z.strictObject({
  type: z.literal('git'),
  repository: text,
  path: text,
  commit: text,
  title: text.optional(),
  url: z.url().optional(),
})
const page = z.strictObject({ type: z.literal('page'), title: text, url: z.url().nullable() })

const event = z.strictObject({
  id: text,
  date: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'expected a day or a month such as 2026-03'),
  precision: z.enum(['day', 'month']),
  kind: z.enum([
    'release',
    'api-only',
    'api-first',
    'licence-change',
    'licence-statement',
    'announcement',
    'promise',
    'people',
    'service-change',
    'channel',
    'community',
    'claim-unverified',
    'denial',
  ]),
  title: text,
  summary: text,
  models: z.array(text),
  openness_direction: z
    .enum(['more-open', 'slightly-more-open', 'mixed', 'slightly-less-open', 'less-open'])
    .nullable(),
  signals: z.array(text),
  sources: z.array(z.discriminatedUnion('type', [git, page])).min(1),
  confidence: z.enum(CONFIDENCES),
})

const eventsShape = z.strictObject({
  schema: z.literal('qwen-events/1'),
  compiled: text,
  evidence_until: text,
  publisher: publisherShape,
  notes: z.array(text),
  signal_vocabulary: z.record(text, text),
  events: z.array(event).min(1),
})

export type EventDataset = z.infer<typeof eventsShape>
export type CatalogueEvent = EventDataset['events'][number]

/** One point of the time line, with who says so. */
export interface TimelineEvent {
  id: string
  /** First day of the month where only the month is known. */
  on: string
  precision: 'day' | 'month'
  kind: CatalogueEvent['kind']
  title: string
  summary: string
  /** Names as published; one ending in `*` means all that begin so. */
  models: string[]
  direction: CatalogueEvent['openness_direction']
  signals: { code: string; meaning: string }[]
  grade: 'announced' | 'reported' | 'denied'
  confidence: Confidence
  sources: { title: string; url: string | null; isPublishers: boolean }[]
}

/** Reads the shipped events; throws `InvalidDataset` naming every field that is wrong. */
export function readEventDataset(json: unknown): EventDataset {
  const dataset = readShape(eventsShape, json, 'The record of events')
  const ids = new Set<string>()
  const problems = dataset.events.flatMap(({ id, signals }) => {
    const twice = ids.has(id) ? [`${id}: named twice`] : []
    ids.add(id)
    const unknown = signals.filter((signal) => !(signal in dataset.signal_vocabulary))
    return [...twice, ...unknown.map((signal) => `${id}: signal "${signal}" is not in the vocabulary`)]
  })
  if (problems.length > 0) throw new InvalidDataset('The record of events', problems)
  return dataset
}

/** The record in order of time. What stands in the publisher's own documents is `announced`, the rest `reported`; a denial is `denied`. */
export function timelineOf({ events, publisher, signal_vocabulary }: EventDataset): TimelineEvent[] {
  return events
    .map((item): TimelineEvent => {
      const sources = item.sources.map((source) => sourceOf(source, publisher.homes))
      const isUnverified = item.kind === 'claim-unverified'
      const isAnnounced = !isUnverified && sources.some((source) => source.isPublishers)
      return {
        id: item.id,
        on: item.precision === 'month' ? `${item.date.slice(0, 7)}-01` : item.date,
        precision: item.precision,
        kind: item.kind,
        title: item.title,
        summary: item.summary,
        models: item.models,
        direction: item.openness_direction,
        signals: item.signals.map((code) => ({ code, meaning: signal_vocabulary[code] ?? code })),
        grade: item.kind === 'denial' ? 'denied' : isAnnounced ? 'announced' : 'reported',
        confidence: isUnverified ? 'uncertain' : item.confidence,
        sources,
      }
    })
    .sort((a, b) => (a.on === b.on ? compareText(a.id, b.id) : compareText(a.on, b.on)))
}

function sourceOf(
  source: CatalogueEvent['sources'][number],
  homes: readonly string[],
): TimelineEvent['sources'][number] {
  if (source.type === 'page') {
    return { title: source.title, url: source.url, isPublishers: isPublishersOwn(source.url, homes) }
  }
  const repository = `https://${source.repository}`
  return {
    title: source.title ?? `${source.repository} ${source.path}`,
    url: source.url ?? `${repository}/blob/${source.commit}/${source.path}`,
    isPublishers: isPublishersOwn(repository, homes),
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : 1
}
