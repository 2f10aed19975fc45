import type { Route } from 'next'
import Form from 'next/form'
import { buttonClass } from '#app/_ui/button-class.ts'
import { FilterPills } from '#app/_ui/filter-pills.tsx'
import { hrefWith } from '#app/_ui/href-with.ts'
import { Select } from '#app/_ui/select.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import type { AuditView } from '#lib/audit/schema.ts'
import { ACTION_WORDS, actionText } from './action-words.ts'

const ACTIONS = Object.entries(ACTION_WORDS).map(([value, label]) => ({ value, label }))

/** What to show of the log: by what was done, by whom, from when to when, or to which thing. */
export function AuditFilters({ view }: { view: AuditView }) {
  const { action, actor, from, to, objectKind, objectId } = view
  const given: Record<string, string> = Object.fromEntries(
    Object.entries(view).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const pill = (label: string, ...names: string[]) => ({
    label,
    href: hrefWith('/audit', given, Object.fromEntries(names.map((name) => [name, null]))),
    isActive: true,
  })
  const pills = [
    ...(action === undefined ? [] : [pill(actionText(action), 'action')]),
    ...(actor === undefined ? [] : [pill(`by ${actor}`, 'actor')]),
    ...(from === undefined ? [] : [pill(`from ${from}`, 'from')]),
    ...(to === undefined ? [] : [pill(`to ${to}`, 'to')]),
    ...(objectKind === undefined && objectId === undefined
      ? []
      : [pill(`${objectKind ?? 'thing'} ${objectId?.slice(-8) ?? ''}`.trim(), 'objectKind', 'objectId')]),
  ]
  return (
    <div className="flex flex-col gap-3">
      <Form action={'/audit' as Route} className="flex flex-wrap items-end gap-3 print:hidden">
        {objectKind !== undefined && <input type="hidden" name="objectKind" value={objectKind} />}
        {objectId !== undefined && <input type="hidden" name="objectId" value={objectId} />}
        <div className="w-52">
          <Select name="action" label="What" options={ACTIONS} defaultValue={action} placeholder="Anything" />
        </div>
        <div className="w-44">
          <TextInput key={actor} name="actor" label="Who" defaultValue={actor} placeholder="Part of a name" />
        </div>
        <div className="w-40">
          <TextInput key={from} name="from" type="date" label="From" defaultValue={from} />
        </div>
        <div className="w-40">
          <TextInput key={to} name="to" type="date" label="To" defaultValue={to} />
        </div>
        <button type="submit" className={buttonClass('secondary')}>
          Show
        </button>
      </Form>
      {pills.length > 0 && <FilterPills pills={pills} clearHref="/audit" />}
    </div>
  )
}
