import { useCallback, useEffect, useRef, useState } from 'react';

/** How the letter is spoken. */
export interface Speech {
  /** The voices that the browser has; none where it cannot speak. */
  readonly voices: readonly SpeechSynthesisVoice[];
  readonly paused: boolean;
  /** Says something in the place of whatever is being said. */
  say(words: string, how: { voice: string; rate: number; language: string }, onEnd: () => void): void;
  pause(): void;
  silence(): void;
}

/** The browser's voice (Web Speech API). */
export function useSpeech(): Speech {
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : undefined;
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  const [paused, setPaused] = useState(false);
  const saying = useRef<SpeechSynthesisUtterance>(undefined);

  useEffect(() => {
    if (!synthesis) return undefined;
    // Browsers fetch their voices when they are first asked for.
    const know = () => setVoices(synthesis.getVoices());
    know();
    synthesis.addEventListener('voiceschanged', know);
    return () => {
      synthesis.removeEventListener('voiceschanged', know);
      synthesis.cancel();
    };
  }, [synthesis]);

  const silence = useCallback(() => {
    saying.current = undefined;
    synthesis?.cancel();
    synthesis?.resume();
    setPaused(false);
  }, [synthesis]);

  const say = useCallback(
    (words: string, how: { voice: string; rate: number; language: string }, onEnd: () => void) => {
      if (!synthesis) return;
      silence();
      const utterance = new SpeechSynthesisUtterance(words);
      const voice = synthesis.getVoices().find(({ voiceURI }) => voiceURI === how.voice);
      if (voice) utterance.voice = voice;
      const language = voice?.lang ?? how.language;
      if (language !== 'und') utterance.lang = language;
      utterance.rate = how.rate;
      utterance.onend = () => {
        if (saying.current === utterance) onEnd();
      };
      saying.current = utterance;
      synthesis.speak(utterance);
    },
    [synthesis, silence],
  );

  const pause = useCallback(() => {
    if (paused) synthesis?.resume();
    else synthesis?.pause();
    setPaused(!paused);
  }, [synthesis, paused]);

  return { voices, paused, say, pause, silence };
}
