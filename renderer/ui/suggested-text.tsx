/** A text box that offers the words of a catalogue while typing, found without marks; anything else may stay. */
import { AutoComplete } from 'antd';
import { useState } from 'react';
import { civilDateInVietnam } from '../../shared/calendar/partial-date.ts';
import type { CatalogueName } from '../../shared/catalogue/index.ts';
import { tidyText } from '../../shared/vietnamese/fold.ts';
import { matchesTyped, optionsOn } from './catalogue-options.ts';

interface SuggestedTextProps {
  readonly id: string;
  readonly catalogue: CatalogueName;
  readonly value: string | undefined;
  readonly onChange: (text: string | undefined) => void;
  readonly onBlur: () => void;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly label?: string;
}

const mostOffered = 12;

/** What stands today first; a former name stays a name that somebody may have to write. */
function offered(catalogue: CatalogueName, typed: string): readonly { readonly value: string }[] {
  if (typed.trim() === '') return [];
  const today = civilDateInVietnam(new Date().toISOString());
  return optionsOn(catalogue, today)
    .filter(({ folded, row }) => row.label !== typed && matchesTyped(typed, folded))
    .slice(0, mostOffered)
    .map(({ row }) => ({ value: row.label }));
}

export function SuggestedText(props: SuggestedTextProps) {
  const text = props.value ?? '';
  // Offered only while someone types: a box that is merely passed through stays shut.
  const [typing, setTyping] = useState(false);
  const set = (next: string) => {
    props.onChange(next === '' ? undefined : next);
  };
  return (
    <AutoComplete
      id={props.id}
      value={text}
      options={typing ? [...offered(props.catalogue, text)] : []}
      defaultActiveFirstOption={false}
      status={props.invalid ? 'error' : ''}
      aria-invalid={props.invalid}
      aria-describedby={props.describedBy}
      aria-label={props.label}
      style={{ width: '100%' }}
      onChange={(next: string) => {
        setTyping(true);
        set(next);
      }}
      onSelect={() => {
        setTyping(false);
      }}
      onBlur={() => {
        setTyping(false);
        if (tidyText(text) !== text) set(tidyText(text));
        props.onBlur();
      }}
    />
  );
}
