import './Empty.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { useLibraryStore } from '@/components/store/library-store';
import { showInFlow } from '../store/show-in-flow';
import { openFlow } from '../store/tabs';
import { Illustration, type IllustrationName } from '../ui/Illustration';

/** Nothing was ever seen of any project. */
export const NoProject = () => (
  <Empty
    drawing="noProject"
    title={i18n.t('library.noProject')}
    text={i18n.t('library.noProjectText')}
  >
    <button type="button" class="btn btn-main" onClick={openFlow}>
      {i18n.t('card.open')}
    </button>
  </Empty>
);

/** Of this project no clip and no image is known. */
export const NoMedia = () => {
  const { project } = useLibraryStore();
  const id = project.current.value?.id;
  return (
    <Empty drawing="noClips" title={i18n.t('library.empty')} text={i18n.t('library.emptyText')}>
      {id !== undefined && (
        <button type="button" class="btn btn-main" onClick={() => void showInFlow(id)}>
          {i18n.t('do.show')}
        </button>
      )}
    </Empty>
  );
};

/** There is something, but nothing that search and filters leave. */
export const NothingFits = () => {
  const { view } = useLibraryStore();
  return (
    <div class="library-empty">
      <p>{i18n.t('library.nothing')}</p>
      <button type="button" class="btn" onClick={view.clear}>
        {i18n.t('library.clear')}
      </button>
    </div>
  );
};

interface Props {
  readonly drawing: IllustrationName;
  readonly title: string;
  readonly text: string;
  readonly children: ComponentChildren;
}

const Empty = ({ drawing, title, text, children }: Props) => (
  <div class="library-empty">
    <Illustration name={drawing} />
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </div>
);
