import { type ComponentProps, lazy, Suspense } from 'react';
import { GreyLines } from '../app/slowly.js';
import type { SourceView } from './source-view.js';

const Loaded = lazy(() => import('./source-view.js').then(({ SourceView }) => ({ default: SourceView })));

/** The source view, whose editor is loaded when it is first opened. */
export function LazySourceView(props: ComponentProps<typeof SourceView>) {
  return (
    <Suspense fallback={<GreyLines count={8} label="Opening the source" />}>
      <Loaded {...props} />
    </Suspense>
  );
}
