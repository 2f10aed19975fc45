interface SelectBoxProps {
  name: string
  isSelected: boolean
  onChange: (event: unknown) => void
}

/** The box that selects a row or a page of rows; its target fills the cell. */
export function SelectBox({ name, isSelected, onChange }: SelectBoxProps) {
  return (
    <label className="grid h-6 place-items-center">
      <span className="sr-only">{name}</span>
      <input type="checkbox" checked={isSelected} onChange={onChange} className="size-4 accent-accent" />
    </label>
  )
}
