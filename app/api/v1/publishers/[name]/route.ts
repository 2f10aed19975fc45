import { handle } from '#app/_server/handler.ts'
import { publisherItem } from '#lib/catalogue/list-items.ts'
import { publisherRecord } from '#lib/catalogue/publisher-record.ts'
import { findPublisher } from '#lib/catalogue/queries/families.ts'
import { shippedEvents } from '#lib/catalogue/shipped.ts'
import { notFound } from '#lib/shared/failure.ts'
import { findCatalogueSpeaks } from '#lib/upstream/queries/model-items.ts'

/** One publisher with its dated record. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/publishers/[name]'>): Promise<Response> {
  return handle(request, 'catalogue:read', async ({ db }) => {
    const { name } = await params
    const publisher = await findPublisher(db, name)
    if (!publisher) throw notFound('The publisher')
    const record = publisherRecord(shippedEvents(), publisher.name)
    return Response.json(
      {
        ...publisherItem(publisher, await findCatalogueSpeaks(db)),
        record: record && {
          ...record,
          events: record.events.map((event) => ({
            ...event,
            on: event.precision === 'month' ? event.on.slice(0, 7) : event.on,
          })),
          contradictions: record.contradictions.map(({ because, models, events }) => ({
            because,
            models,
            events: events.map((event) => event.id),
          })),
        },
      },
      { headers: { 'cache-control': 'no-store' } },
    )
  })
}
