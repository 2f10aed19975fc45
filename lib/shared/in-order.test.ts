import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

async function* numbers(count: number, onTake: (n: number) => void = () => undefined) {
  for (let n = 0; n < count; n++) {
    onTake(n)
    yield n
  }
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

test('answers come in the order of the questions, whichever is done first', async () => {
  const done: number[] = []
  const answers: number[] = []
  const work = async (n: number) => {
    await after(n % 3 === 0 ? 15 : 1)
    done.push(n)
    return n
  }
  for await (const answer of inOrder(numbers(9), work, 3)) answers.push(answer)
  expect(answers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect(done).not.toEqual(answers)
})

test('an answer is given while the next question is still awaited', async () => {
  let ask: (n: number) => void = () => undefined
  async function* slow() {
    yield 1
    yield await new Promise<number>((resolve) => {
      ask = resolve
    })
  }
  const answers = inOrder(slow(), async (n) => n, 4)
  expect((await answers.next()).value).toBe(1)
  ask(2)
  expect((await answers.next()).value).toBe(2)
  expect((await answers.next()).done).toBe(true)
})

test('no more is taken than is worked on, until somebody reads', async () => {
  const taken: number[] = []
  const answers = inOrder(
    numbers(50, (n) => taken.push(n)),
    async (n) => n,
    4,
  )
  await answers.next()
  await after(5)
  expect(taken.length).toBeLessThanOrEqual(5)
  await answers.return(undefined)
})

test('a failure is told in its turn', async () => {
  const work = async (n: number) => {
    if (n === 1) throw new Error('no')
    await after(5)
    return n
  }
  const answers = inOrder(numbers(3), work, 3)
  expect((await answers.next()).value).toBe(0)
  await expect(answers.next()).rejects.toThrow('no')
})
