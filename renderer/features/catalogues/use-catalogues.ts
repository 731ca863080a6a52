/** The lists under the department's edits, and making one more edit. */
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { admitEdit } from '../../../shared/catalogue/apply-edits.ts';
import {
  cataloguesWith,
  type CatalogueDocument,
  type CatalogueEdit,
  type CatalogueName,
  type CatalogueRow,
  type RowEdit,
} from '../../../shared/catalogue/index.ts';
import type { Problem } from '../../../shared/errors/index.ts';
import { usePort } from '../../session/index.ts';
import { problemOf } from '../../ui/problem-of.ts';

const key = ['catalogues'];

export interface ListView {
  readonly name: CatalogueName;
  readonly rows: readonly CatalogueRow[];
  /** Oldest first. */
  readonly edits: readonly CatalogueEdit[];
}

/** What each list says under these edits. */
export function viewOf(documents: readonly CatalogueDocument[], name: CatalogueName): ListView {
  const edits = documents.find((document) => document.name === name)?.edits ?? [];
  return { name, rows: cataloguesWith(documents).rows(name), edits };
}

export function useCatalogueDocuments(): UseQueryResult<readonly CatalogueDocument[]> {
  const port = usePort();
  return useQuery({ queryKey: key, queryFn: () => port.catalogues.documents() });
}

interface Wanted {
  readonly edit: RowEdit;
  readonly reason: string;
}

/** Judged here first, by the rule of the centre; answers the problem, null when it was taken. */
export function useEditList({ name, rows, edits }: ListView) {
  const port = usePort();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ edit, reason }: Wanted): Promise<Problem | null> => {
      const admitted = admitEdit(name, rows, edit);
      if (!admitted.ok) return admitted.problem;
      const assumedVersion = edits.length;
      try {
        const answer = await port.catalogues.edit(name, { assumedVersion, edit, reason });
        if (answer.ok) {
          client.setQueryData<readonly CatalogueDocument[]>(key, (known = []) => [
            ...known.filter((document) => document.name !== name),
            answer.value,
          ]);
          return null;
        }
        if (answer.problem.code === 'CATALOGUE_EDITED_MEANWHILE')
          await client.invalidateQueries({ queryKey: key });
        return answer.problem;
      } catch (thrown) {
        return problemOf(thrown);
      }
    },
  });
}
