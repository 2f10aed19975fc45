import { buttonClass } from '#app/_ui/button-class.ts'
import { Select } from '#app/_ui/select.tsx'
import { TextInput } from '#app/_ui/text-input.tsx'
import { VERDICTS } from '#lib/licences/identified-text.ts'
import type { TextSearch } from '#lib/licences/schema.ts'
import { termChoices } from '#lib/licences/term-search.ts'

/** Asks for words, for a term and what it says, or for both; what is asked for stands in the address. */
export function SearchForm({ view }: { view: TextSearch }) {
  const choices = termChoices()
  const chosen = choices.find((choice) => choice.key === view.term)
  return (
    <form
      method="get"
      action="/licences/search"
      aria-label="Search licence texts"
      className="grid items-end gap-3 rounded border bg-surface p-4 lg:grid-cols-[minmax(14rem,2fr)_repeat(3,minmax(9rem,1fr))_auto] print:hidden"
    >
      <TextInput
        name="q"
        type="search"
        label="Words of one clause"
        defaultValue={view.q ?? ''}
        placeholder="“monthly active users” -patent"
        maxLength={200}
      />
      <Select
        name="term"
        label="Term"
        placeholder="Any term"
        defaultValue={view.term ?? ''}
        options={choices.map(({ key, question }) => ({ value: key, label: question }))}
      />
      <Select
        name="value"
        label="What it says"
        placeholder="Anything that was read"
        defaultValue={view.value ?? ''}
        options={valueOptions(chosen === undefined ? choices : [chosen])}
      />
      <Select
        name="verdict"
        label="Text is"
        placeholder="Any verdict"
        defaultValue={view.verdict ?? ''}
        options={VERDICTS.map((verdict) => ({ value: verdict, label: verdict }))}
      />
      <button type="submit" className={buttonClass('primary')}>
        Search
      </button>
    </form>
  )
}

/** Each value once; without a chosen term every value there is, so that one form can ask for both at once. */
function valueOptions(choices: ReturnType<typeof termChoices>): { value: string; label: string }[] {
  const all = choices.flatMap(({ values }) => values)
  if (choices.length === 1) return all.map(({ value, says }) => ({ value, label: says }))
  const plain = new Set(all.map(({ value }) => value).filter((value) => value !== 'object'))
  return [...plain].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}
