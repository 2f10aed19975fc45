'use client'

import type { Route } from 'next'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { buttonClass } from '#app/_ui/button-class.ts'
import { hrefWith } from '#app/_ui/href-with.ts'
import { Select } from '#app/_ui/select.tsx'

export interface ModelFilterField {
  name: string
  label: string
  /** What stands there when nothing is filtered by. */
  all: string
  value: string
  options: { value: string; label: string }[]
}

/** Filters with more choices than pills can hold. A choice takes effect at once; without script a button sends it. */
export function ModelFilters({ fields }: { fields: ModelFilterField[] }) {
  const router = useRouter()
  const path = usePathname()
  const params = useSearchParams()
  const own = new Set(fields.map((field) => field.name))
  return (
    <form
      method="get"
      action={path}
      aria-label="Filter models"
      className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-5 print:hidden"
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement) {
          router.push(hrefWith(path, params, { [target.name]: target.value || null }) as Route, { scroll: false })
        }
      }}
    >
      {[...params]
        .filter(([name]) => !own.has(name) && name !== 'page')
        .map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
      {fields.map((field) => (
        <Select
          key={field.name}
          name={field.name}
          label={field.label}
          placeholder={field.all}
          defaultValue={field.value}
          options={field.options}
        />
      ))}
      <button type="submit" className={`${buttonClass('secondary')} hidden scripting-none:inline-flex`}>
        Filter
      </button>
    </form>
  )
}
