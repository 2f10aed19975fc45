import { headers } from 'next/headers'

const COLUMNS = 12

/** The floor a page is measured against: the same number of rows and cells, with nothing to load and nothing to decide. */
export default async function BarePage() {
  await headers()
  const rows = Array.from({ length: 50 }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => `row ${row}, cell ${column}`),
  )
  return (
    <table>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells[0]}>
            {cells.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
