/** Everything behind the sign-in gate: queries over the port, and the routes this account may use. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router';
import { makeQueryClient, usePort, usePortNews } from '../session/index.ts';
import { makeRouter } from './routes.tsx';

export function Workplace() {
  const port = usePort();
  // One client and one router per session: nothing of the person before stays in memory.
  const [client] = useState(makeQueryClient);
  const [router] = useState(makeRouter);
  usePortNews(client, port);
  useEffect(
    () => () => {
      client.clear();
      router.dispose();
    },
    [client, router],
  );
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
