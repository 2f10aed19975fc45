import { Fragment, type ReactNode } from 'react'

export interface KeyValueItem {
  term: string
  value: ReactNode
  /** Usually a `Provenance` mark. */
  provenance?: ReactNode
}

/** Facts about one thing: term, value, and where the value comes from. */
export function KeyValue({ items }: { items: KeyValueItem[] }) {
  return (
    <dl className="grid grid-cols-1 sm:grid-cols-[minmax(8rem,12rem)_minmax(0,1fr)]">
      {items.map((item) => (
        <Fragment key={item.term}>
          <dt className="pt-2 text-sm text-muted sm:border-b sm:py-2 sm:[&:nth-last-of-type(1)]:border-b-0">
            {item.term}
          </dt>
          <dd className="flex min-w-0 items-start gap-1 border-b pb-2 [overflow-wrap:anywhere] last:border-b-0 sm:py-2">
            <span className="min-w-0">{item.value}</span>
            {item.provenance && <span className="-my-0.5 inline-flex shrink-0">{item.provenance}</span>}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
