/** An empty place that says why it is empty and what to do next. */
import { InboxOutlined } from '@ant-design/icons';
import { Empty } from 'antd';
import type { ReactNode } from 'react';

interface EmptyAdviceProps {
  readonly title: string;
  readonly advice: string;
  readonly children?: ReactNode;
}

export function EmptyAdvice({ title, advice, children }: EmptyAdviceProps) {
  return (
    <Empty
      image={<InboxOutlined aria-hidden style={{ fontSize: 36, color: '#8794a3' }} />}
      styles={{ image: { height: 44 }, root: { margin: '32px auto', maxWidth: 520 } }}
      description={
        <>
          <div className="strong">{title}</div>
          <div className="quiet">{advice}</div>
        </>
      }
    >
      {children}
    </Empty>
  );
}
