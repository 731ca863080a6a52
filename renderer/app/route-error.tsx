/** A screen failed: the frame stays, the notice takes the screen's place. */
import { useLocation, useNavigate, useRouteError } from 'react-router';
import { CrashNotice } from '../ui/crash-notice.tsx';

export function RouteError() {
  const thrown = useRouteError();
  const navigate = useNavigate();
  const location = useLocation();
  const error = thrown instanceof Error ? thrown : new Error('unknown');
  return (
    <CrashNotice
      error={error}
      onAgain={() => {
        // Going to the same place anew clears the error without losing the session.
        void navigate(location, { replace: true });
      }}
    />
  );
}
