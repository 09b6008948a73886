import { phrasesOf } from '../text/phrases.js';
import { wordSet } from '../text/word-set.js';
import { type Source } from '../text/source.js';
import { type SpeechAct } from '../understanding.js';

type Phatic = Extract<SpeechAct, 'greeting' | 'thanks' | 'capabilities'>;

const phatic = phrasesOf<Phatic>({
  greeting:
    'hi|hello|hey|hiya|howdy|yo|good morning|good afternoon|good evening|good day|greetings|hi there|hello there|hey there|sup|what’s up|whats up|how are you|how are you doing|how’s it going|nice to meet you|hallo|guten tag|guten morgen|guten abend|servus|moin|grüezi|bonjour|salut|bonsoir|hola|buenos días|buenas|buenas tardes|buenas noches|qué tal|ciao|buongiorno|buonasera|salve|olá|oi|bom dia|boa tarde|boa noite|goedemorgen|goedemiddag|goedenavond|hoi|こんにちは|こんばんは|おはよう|おはようございます|good night|morning|evening|wassup|heya|hi again|hello again|quick question|i have a question|a quick question|can i ask you something',
  thanks:
    'thanks|thank you|thx|ty|cheers|thanks a lot|thank you so much|thank you very much|many thanks|much appreciated|appreciate it|danke|danke schön|vielen dank|merci|merci beaucoup|gracias|muchas gracias|grazie|grazie mille|obrigado|obrigada|bedankt|dank je|dank u|ありがとう|ありがとうございます|perfect thanks|great thanks|awesome thanks|bye|goodbye|see you|tschüss|au revoir|adiós|arrivederci|tchau|doei|thats all|that’s all|that’s great|sounds good|looks good|perfect|great|awesome|amazing|cool|nice one|lovely|wonderful|that’s perfect|excellent|love it|i love it|very helpful|that’s helpful|you’re the best|you are the best|you’re awesome',
  capabilities:
    'what can you do|what do you do|who are you|what are you|how do you work|how does this work|help|help me|what can i ask|what can i ask you|what else can you do|what are you able to do|what can you help me with|what can you help with|what do you offer|are you a bot|are you human|are you an ai|are you a robot|are you real|how can you help|how can you help me|what is this|what’s this|can you help me|can you help|could you help me|was kannst du|was kannst du alles|was können sie|wer bist du|hilfe|que peux tu faire|que pouvez vous faire|qui es tu|aide|qué puedes hacer|quién eres|ayuda|cosa puoi fare|cosa sai fare|chi sei|aiuto|o que você pode fazer|o que podes fazer|quem é você|ajuda|wat kun je|wat kan je|wat kun je doen|wie ben je|何ができますか|できること|what are your capabilities|what are your features|tell me about yourself|what services do you offer|what kind of things can you do|how does it work|what’s your name|what is your name|your name|i need help|what do you know|how can i use you|show me what you can do|tell me what you can do|explain how you work',
});

const fillers = wordSet(
  'there and so you oh well very much again dear friend assistant everyone travellite travel agent bot all please for your help the a this it that is really just to im good fine doing today me us i my with about now here sir madam team exactly how ok okay yes sure',
);

/** The phatic act a message is made of, when nothing else is in it. */
export function phaticAct(source: Source): Phatic | undefined {
  let act: Phatic | undefined;
  let unknown = 0;
  for (let i = 0; i < source.tokens.length;) {
    const hit = phatic.at(source.tokens, i);
    if (hit) {
      act = stronger(act, hit.value);
      i = hit.to;
      continue;
    }
    const token = source.tokens[i];
    if (token && token.kind !== 'mark' && !fillers.has(token.low)) unknown += 1;
    i += 1;
  }
  return unknown === 0 ? act : undefined;
}

/** Phatic words inside a longer message. */
export function hasPhatic(source: Source, wanted: Phatic): boolean {
  return source.tokens.some((_, i) => phatic.at(source.tokens, i)?.value === wanted);
}

function stronger(a: Phatic | undefined, b: Phatic): Phatic {
  const order: Phatic[] = ['greeting', 'thanks', 'capabilities'];
  return a && order.indexOf(a) > order.indexOf(b) ? a : b;
}
