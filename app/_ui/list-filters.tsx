'use client'

import type { Route } from 'next'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { buttonClass } from './button-class.ts'
import { hrefWith } from './href-with.ts'
import { Select } from './select.tsx'
import { words } from './words.ts'

export interface ListFilter {
  name: string
  label: string
  /** What stands there when nothing is filtered by. */
  all: string
  value: string
  options: { value: string; label: string }[]
}

/** Filters with more choices than pills can hold. A choice takes effect at once; without script a button sends it. */
export function ListFilters({ label, filters }: { label: string; filters: ListFilter[] }) {
  const router = useRouter()
  const path = usePathname()
  const params = useSearchParams()
  const own = new Set(filters.map((filter) => filter.name))
  return (
    <form
      method="get"
      action={path}
      aria-label={label}
      className="grid grid-cols-2 items-end gap-3 lg:grid-cols-5 print:hidden"
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement) {
          router.push(hrefWith(path, params, { [target.name]: target.value || null }) as Route, { scroll: false })
        }
      }}
    >
      {[...params]
        .filter(([name]) => !own.has(name) && name !== 'page' && name !== 'cursor')
        .map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
      {filters.map((filter) => (
        <Select
          key={filter.name}
          name={filter.name}
          label={filter.label}
          placeholder={filter.all}
          defaultValue={filter.value}
          options={filter.options}
        />
      ))}
      <span className="hidden scripting-none:block">
        <button type="submit" className={buttonClass('secondary')}>
          {words.filters.apply}
        </button>
      </span>
    </form>
  )
}
