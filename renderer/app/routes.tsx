/** The routes. In the address's hash, so that app://bundle/index.html and the server's / are the same. */
import { createHashRouter, type RouteObject } from 'react-router';
import { ApprovalPage } from '../features/approval/index.ts';
import { ConflictPage } from '../features/conflict/index.ts';
import { BackupsPage } from '../features/backups/index.ts';
import { AtRiskPage } from '../features/at-risk/index.ts';
import { CourierPage } from '../features/courier/index.ts';
import { CataloguePage, CataloguesPage } from '../features/catalogues/index.ts';
import { DeskPage } from '../features/desk/index.ts';
import { DevicesPage } from '../features/devices/index.ts';
import { DossierListPage } from '../features/dossier-list/index.ts';
import { DossierPage, OwnDossier } from '../features/dossier/index.ts';
import {
  EditDossierPage,
  MendRefusedPage,
  MendReturnedPage,
  NewDossierPage,
} from '../features/dossier-form/index.ts';
import { OverviewPage } from '../features/overview/index.ts';
import { RefusedPage } from '../features/refused/index.ts';
import { StaffImportPage } from '../features/staff-import/index.ts';
import { Home, NotFound } from './home.tsx';
import { RouteError } from './route-error.tsx';
import { Shell } from './shell/shell.tsx';

const screens: RouteObject[] = [
  { index: true, element: <Home /> },
  { path: 'own', element: <OwnDossier /> },
  { path: 'dossiers', element: <DossierListPage /> },
  { path: 'dossiers/new', element: <NewDossierPage /> },
  { path: 'dossiers/:id/edit', element: <EditDossierPage /> },
  { path: 'desk', element: <DeskPage /> },
  { path: 'import', element: <StaffImportPage /> },
  { path: 'overview', element: <OverviewPage /> },
  { path: 'backups', element: <BackupsPage /> },
  { path: 'catalogues', element: <CataloguesPage /> },
  { path: 'catalogues/:name', element: <CataloguePage /> },
  { path: 'approvals', element: <ApprovalPage /> },
  { path: 'refused', element: <RefusedPage /> },
  { path: 'desk/:id/conflict', element: <ConflictPage /> },
  { path: 'devices', element: <DevicesPage /> },
  { path: 'at-risk', element: <AtRiskPage /> },
  { path: 'courier', element: <CourierPage /> },
  { path: 'desk/:id/mend', element: <MendReturnedPage /> },
  { path: 'refused/:id/mend', element: <MendRefusedPage /> },
  { path: 'dossiers/:id', element: <DossierPage /> },
  { path: '*', element: <NotFound /> },
];

export const makeRouter = () =>
  createHashRouter([
    {
      path: '/',
      element: <Shell />,
      errorElement: <RouteError />,
      children: [{ errorElement: <RouteError />, children: screens }],
    },
  ]);
