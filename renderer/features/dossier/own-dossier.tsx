/** The personal page: the one dossier that is the account's own. */
import { Navigate } from 'react-router';
import { useAccount } from '../../session/index.ts';

export function OwnDossier() {
  const { ownDossier } = useAccount();
  return <Navigate to={ownDossier ? `/dossiers/${ownDossier}` : '/'} replace />;
}
