import type { Route } from 'next'
import Form from 'next/form'
import { buttonClass } from '#app/_ui/button-class.ts'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { Select } from '#app/_ui/select.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { words } from '#app/_ui/words.ts'
import type { ChangeChoices } from '#lib/upstream/queries/changes.ts'
import type { ChangeFilter } from '#lib/upstream/schema.ts'

interface ChangeFiltersProps {
  filter: ChangeFilter
  choices: ChangeChoices
  /** ISO weeks that can be chosen, newest first. */
  weeks: readonly string[]
}

const plain = (value: string) => ({ value, label: value })

/** What to show of the feed: what happened, to which model, when. */
export function ChangeFilters({ filter, choices, weeks }: ChangeFiltersProps) {
  const { kind, status, grade, model, publisher, week, from, to, cards } = filter
  const kinds = new Set([...choices.kinds, ...(kind ? [kind] : [])])
  return (
    <Form action={'/changes' as Route} className="flex flex-wrap items-end gap-3 print:hidden">
      {status && <input type="hidden" name="status" value={status} />}
      {grade && <input type="hidden" name="grade" value={grade} />}
      <div className="w-56">
        <Select
          name="kind"
          label="What"
          placeholder="Anything"
          defaultValue={kind}
          options={[...kinds].map((value) => ({ value, label: words.change[value] }))}
        />
      </div>
      <div className="w-60">
        <TextInput
          key={model}
          name="model"
          label="Model"
          defaultValue={model}
          placeholder="Whole name, such as Qwen/Qwen3-8B"
        />
      </div>
      {choices.publishers.length > 1 && (
        <div className="w-44">
          <Select
            name="publisher"
            label="Publisher"
            placeholder="Any"
            defaultValue={publisher}
            options={choices.publishers.map(plain)}
          />
        </div>
      )}
      <div className="w-36">
        <Select
          name="week"
          label="Week"
          placeholder="Any"
          defaultValue={week}
          options={withNow(weeks, week).map(plain)}
        />
      </div>
      <div className="w-40">
        <TextInput key={from} name="from" type="date" label="Seen from" defaultValue={from} />
      </div>
      <div className="w-40">
        <TextInput key={to} name="to" type="date" label="Seen to" defaultValue={to} />
      </div>
      <div className="pb-1.5">
        <Checkbox key={cards} name="cards" label="Model cards as well" value="true" defaultChecked={cards === 'true'} />
      </div>
      <button type="submit" className={buttonClass('secondary')}>
        Show
      </button>
    </Form>
  )
}

/** The present choice stays one, also where it lies further back. */
function withNow(weeks: readonly string[], week: string | undefined): readonly string[] {
  return week === undefined || weeks.includes(week) ? weeks : [...weeks, week]
}
