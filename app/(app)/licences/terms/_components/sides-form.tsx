import { buttonClass } from '#app/_ui/button-class.ts'
import { Select } from '#app/_ui/select.tsx'

interface SidesFormProps {
  options: readonly { value: string; label: string }[]
  first: string
  second: string
}

/** Chooses the two that stand side by side. */
export function SidesForm({ options, first, second }: SidesFormProps) {
  return (
    <form
      method="get"
      action="/licences/terms"
      aria-label="What stands side by side"
      className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] print:hidden"
    >
      <Select name="first" label="Licence or text" options={options} defaultValue={first} />
      <Select name="second" label="Beside" options={options} defaultValue={second} />
      <button type="submit" className={buttonClass('primary')}>
        Lay side by side
      </button>
    </form>
  )
}
