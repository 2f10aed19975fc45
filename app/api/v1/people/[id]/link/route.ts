import { z } from 'zod'
import { handle } from '#app/_server/handler.ts'
import { passwordLink } from '#app/_server/password-link.ts'
import { renewPasswordLink } from '#lib/auth/commands/people.ts'
import { notFound } from '#lib/shared/failure.ts'

export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'people:manage', async (ctx) => {
    const id = z.uuid().safeParse((await params).id)
    if (!id.success) throw notFound('This person')
    const link = await renewPasswordLink(ctx, id.data)
    return Response.json(
      { id: id.data, link: passwordLink(link) },
      { status: 201, headers: { 'cache-control': 'no-store' } },
    )
  })
}
