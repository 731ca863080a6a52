/** The built renderer for browsers. It is one page: any path that is not a file or an interface gets index.html. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../../shared/errors/index.ts';
import { sendProblem } from './errors.ts';

const notBuilt = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>HoSo</title></head>
<body>
<h1>HoSo: máy chủ đang chạy</h1>
<p>Giao diện web chưa được dựng trên máy chủ này. Dữ liệu và đồng bộ vẫn hoạt động bình thường.</p>
<p>Để dựng giao diện, chạy <code>npm run build</code> rồi khởi động lại máy chủ.</p>
</body></html>`;

export async function registerRenderer(app: FastifyInstance, rendererDir: string): Promise<void> {
  const built = existsSync(join(rendererDir, 'index.html'));
  if (built)
    await app.register(fastifyStatic, {
      root: rendererDir,
      // Files are looked up as they are asked for: a new build needs no restart.
      wildcard: true,
      index: ['index.html'],
      setHeaders: (response, path) => {
        // Assets carry a hash in their name; the page that names them must be fresh.
        const fixed = /[/\\]assets[/\\]/.test(path);
        response.header(
          'cache-control',
          fixed ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  app.setNotFoundHandler(async (request, reply) => {
    if (!wantsPage(request)) return sendProblem(reply, problem('NOT_FOUND'));
    if (!built) return reply.status(503).type('text/html; charset=utf-8').send(notBuilt);
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

function wantsPage(request: FastifyRequest): boolean {
  const isInterface = /^\/(api|db)(\/|\?|$)/.test(request.url);
  const accepts = request.headers.accept ?? '';
  return request.method === 'GET' && !isInterface && accepts.includes('text/html');
}
