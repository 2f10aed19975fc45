import { type CsvColumn, toCsv } from '#lib/shared/csv.ts'

interface Export<Row> {
  /** Without its ending. */
  fileName: string
  /** Rows in the order of the view, some at a time. */
  rows: AsyncIterable<readonly Row[]>
}

/** A view as a CSV file, sent as it is read. */
export function csvAnswer<Row>(
  { fileName, rows }: Export<Row>,
  columns: readonly CsvColumn<Row>[],
  options: { hasBom: boolean },
): Response {
  async function* lines() {
    yield toCsv(columns, [], options)
    for await (const some of rows) if (some.length > 0) yield toCsv(columns, some, { hasHeader: false })
  }
  return fileAnswer(lines(), `${fileName}.csv`, 'text/csv; charset=utf-8')
}

/** A view as a JSON file, sent as it is read. */
export function jsonAnswer<Row>({ fileName, rows }: Export<Row>, shape: (row: Row) => unknown): Response {
  async function* parts() {
    yield '{"items":['
    let isFirst = true
    for await (const some of rows) {
      for (const row of some) {
        yield `${isFirst ? '' : ',\n'}${JSON.stringify(shape(row))}`
        isFirst = false
      }
    }
    yield ']}\n'
  }
  return fileAnswer(parts(), `${fileName}.json`, 'application/json')
}

function fileAnswer(parts: AsyncGenerator<string>, name: string, mediaType: string): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = ''
      // One write per row would cost more than the row.
      while (text.length < 65_536) {
        const { done, value } = await parts.next()
        if (done === true) {
          if (text !== '') controller.enqueue(encoder.encode(text))
          controller.close()
          return
        }
        text += value
      }
      controller.enqueue(encoder.encode(text))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
