import { z } from 'zod'
import { handle } from '#app/_server/handler.ts'
import { revokeToken } from '#lib/auth/commands/tokens.ts'
import { notFound } from '#lib/shared/failure.ts'

export function DELETE(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'token:own', async (ctx) => {
    const id = z.uuid().safeParse((await params).id)
    if (!id.success) throw notFound('This token')
    await revokeToken(ctx, id.data)
    return new Response(null, { status: 204 })
  })
}
