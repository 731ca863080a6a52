/**
 * A text box whose text stands for a value: dates and numbers as officials type them. While the text does
 * not read as a value the value is kept back and the box says so; on leaving, the text is put in good form.
 */
import { Input } from 'antd';
import { useState } from 'react';

/** What a text says: a value, nothing, or something unreadable. */
export type Reading<T> =
  | { readonly read: 'value'; readonly value: T }
  | { readonly read: 'nothing' }
  | { readonly read: 'unreadable' };

interface TypedFieldProps<T> {
  readonly id: string;
  readonly value: T | undefined;
  readonly read: (text: string) => Reading<T>;
  readonly show: (value: T) => string;
  readonly onChange: (reading: Reading<T>) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  readonly suffix?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly label?: string;
  readonly inputMode?: 'text' | 'decimal' | 'numeric';
  readonly autoFocus?: boolean;
}

export function TypedField<T extends string | number>(props: TypedFieldProps<T>) {
  const shown = props.value === undefined ? '' : props.show(props.value);
  // Null: nobody is typing, the value speaks for itself.
  const [text, setText] = useState<string | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const type = (next: string) => {
    const reading = props.read(next);
    setText(next);
    setUnreadable(reading.read === 'unreadable');
    props.onChange(reading);
  };
  return (
    <Input
      id={props.id}
      value={text ?? shown}
      autoComplete="off"
      spellCheck={false}
      autoFocus={props.autoFocus ?? false}
      inputMode={props.inputMode ?? 'text'}
      placeholder={props.placeholder}
      suffix={props.suffix}
      status={props.invalid ? 'error' : ''}
      aria-invalid={props.invalid ?? false}
      aria-describedby={props.describedBy}
      aria-label={props.label}
      onChange={(event) => {
        type(event.target.value);
      }}
      onBlur={() => {
        if (!unreadable) setText(null);
        props.onBlur?.();
      }}
    />
  );
}
