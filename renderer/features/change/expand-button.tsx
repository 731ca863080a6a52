/** The button that opens a row to what changed; antd's own has no name for screen readers. */
import type { TFunction } from 'i18next';
import type { MouseEvent, ReactNode } from 'react';
import type { Change } from '../../../shared/change/change.ts';

interface ExpandState {
  readonly expanded: boolean;
  readonly record: Change;
  readonly onExpand: (record: Change, event: MouseEvent<HTMLElement>) => void;
}

export function expandButton(t: TFunction): (state: ExpandState) => ReactNode {
  return ({ expanded, record, onExpand }) => (
    <button
      type="button"
      className="expand-button"
      aria-expanded={expanded}
      aria-label={t(expanded ? 'desk.collapseRow' : 'desk.expandRow', { name: record.personName })}
      onClick={(event) => {
        onExpand(record, event);
      }}
    >
      {expanded ? '−' : '+'}
    </button>
  );
}
