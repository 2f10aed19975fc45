'use client'

import { Search } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { debounce, useQueryStates } from 'nuqs'
import { useId, useTransition } from 'react'
import { CONTROL } from './control-class.ts'
import { tableParams } from './table-params.ts'

const KEYS = { q: tableParams.q, page: tableParams.page, cursor: tableParams.cursor }

/** Searches the list as one types, in the URL; without script the form sends it. */
export function TableSearch({ label }: { label: string }) {
  const [isPending, startTransition] = useTransition()
  const [{ q }, setParams] = useQueryStates(KEYS, { shallow: false, startTransition })
  const params = useSearchParams()
  const id = useId()
  return (
    <form action={usePathname()} method="get" aria-busy={isPending} className="relative w-full sm:w-72">
      {[...params]
        .filter(([name]) => !(name in KEYS))
        .map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-muted" />
      <input
        id={id}
        type="search"
        name="q"
        value={q}
        placeholder={label}
        data-table-search=""
        onChange={(event) =>
          void setParams({ q: event.target.value, page: null, cursor: null }, { limitUrlUpdates: debounce(300) })
        }
        className={`${CONTROL} h-8 ps-8 text-sm pointer-coarse:h-11`}
      />
    </form>
  )
}
