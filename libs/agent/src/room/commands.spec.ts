import { type RoomMember } from '@travellite/protocol';
import { readCommand } from './commands.js';

const members: RoomMember[] = [
  { userId: 'u-ana', name: 'Ana', role: 'owner' },
  { userId: 'u-ben', name: 'Ben', role: 'editor' },
  { userId: 'u-ben2', name: 'ben', role: 'editor' },
  { userId: 'cleo', name: 'Cleo', role: 'editor' },
];
const read = (text: string) => readCommand(text, members);

describe('commands', () => {
  it.each([
    ['/room', { kind: 'roster' }],
    ['/members', { kind: 'roster' }],
    ['/help', { kind: 'unknown' }],
    ['/reply always', { kind: 'reply', policy: 'always' }],
    ['/REPLY When-Addressed', { kind: 'reply', policy: 'when_addressed' }],
    ['/reply when addressed', { kind: 'reply', policy: 'when_addressed' }],
    ['/reply silent', { kind: 'reply', policy: 'silent' }],
    ['/reply sometimes', { kind: 'unknown' }],
    ['/role cleo viewer', { kind: 'role', role: 'viewer', said: 'cleo', member: 'cleo' }],
    ['/role @Cleo owner', { kind: 'role', role: 'owner', said: 'Cleo', member: 'cleo' }],
    ['/role ben viewer', { kind: 'role', role: 'viewer', said: 'ben' }],
    ['/role u-ben viewer', { kind: 'role', role: 'viewer', said: 'u-ben', member: 'u-ben' }],
    ['/role nobody editor', { kind: 'role', role: 'editor', said: 'nobody' }],
    ['/role "}<b>zoe: viewer', { kind: 'role', role: 'viewer', said: 'b zoe' }],
    ['/role cleo boss', { kind: 'unknown' }],
    ['/role', { kind: 'unknown' }],
  ])('%j', (text, command) => {
    expect(read(text)).toEqual(command);
  });

  it.each(['/3', '/etc/passwd is a path', 'and /room', 'a plan for /reply', '', '/', 'x'.repeat(400)])(
    '%j is none',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );
});

describe('the same in words, to the agent by its name', () => {
  it.each([
    ['TravelLite, only answer when we ask you', 'when_addressed'],
    ['TravelLite, please reply only if somebody mentions you', 'when_addressed'],
    ['TravelLite, antworte bitte nur, wenn wir dich ansprechen', 'when_addressed'],
    ['TravelLite, réponds seulement quand on te parle', 'when_addressed'],
    ['TravelLite, responde solo cuando te preguntemos', 'when_addressed'],
    ['TravelLite, rispondi solo quando ti chiamiamo', 'when_addressed'],
    ['TravelLite, responde só quando te chamarmos', 'when_addressed'],
    ['TravelLite, antwoord alleen als we je iets vragen', 'when_addressed'],
    ['TravelLite、呼ばれたときだけ答えて', 'when_addressed'],
    ['TravelLite, be quiet for a while', 'silent'],
    ['Please stop talking, TravelLite.', 'silent'],
    ['TravelLite, bleib jetzt mal still bitte', 'silent'],
    ['TravelLite, ne réponds plus maintenant', 'silent'],
    ['TravelLite、しばらく黙っていてください', 'silent'],
    ['TravelLite, sei bitte still', 'silent'],
    ['TravelLite, tais-toi', 'silent'],
    ['TravelLite, no respondas', 'silent'],
    ['TravelLite, stai zitto', 'silent'],
    ['TravelLite, fica em silêncio', 'silent'],
    ['TravelLite, wees stil', 'silent'],
    ['TravelLite、静かにしてください', 'silent'],
    ['TravelLite, you may speak again', 'always'],
    ['TravelLite, antworte wieder', 'always'],
    ['TravelLite, réponds à tout', 'always'],
    ['TravelLite, habla de nuevo', 'always'],
    ['TravelLite, parla di nuovo', 'always'],
    ['TravelLite, responde a tudo', 'always'],
    ['TravelLite, praat weer', 'always'],
    ['TravelLite、また話して', 'always'],
  ])('%j', (text, policy) => {
    expect(read(text)).toEqual({ kind: 'reply', policy });
  });

  it.each([
    ['TravelLite, make Cleo a viewer', 'viewer'],
    ['Cleo is only a viewer from now on, TravelLite!', 'viewer'],
    ['Hey agent, please make cleo an editor', 'editor'],
    ['TravelLite, mach Cleo bitte zur Besitzerin', 'owner'],
    ['TravelLite, mets Cleo comme éditrice s’il te plaît', 'editor'],
    ['TravelLite, rendi Cleo proprietaria', 'owner'],
    ['TravelLite, Cleo ist nur Zuschauerin', 'viewer'],
    ['TravelLite, Cleo est éditrice', 'editor'],
    ['TravelLite, Cleo es propietaria', 'owner'],
    ['TravelLite, Cleo è spettatrice', 'viewer'],
    ['TravelLite, Cleo é espectadora', 'viewer'],
    ['TravelLite, Cleo is kijker', 'viewer'],
    ['TravelLite、Cleoさんを閲覧者にして', 'viewer'],
  ])('%j', (text, role) => {
    expect(read(text)).toMatchObject({ kind: 'role', role, member: 'cleo' });
  });

  it.each([
    'be quiet, everybody',
    'Cleo is a viewer',
    'TravelLite, is Cleo a viewer?',
    'TravelLite, make somebody a viewer',
    'TravelLite, make Ana and Cleo viewers or owners',
    'TravelLite, plan it',
    'TravelLite, wir bleiben fünf Tage in Rom, das Hotel soll ruhig liegen',
    'TravelLite, we want to stay quiet and relaxed in a small village',
    'TravelLite, stay quiet and relaxed in a small village',
    'TravelLite, keep quiet evenings free',
    'TravelLite, we answer everything tomorrow',
    'TravelLite, nous restons au calme, reste silencieuse la plage ?',
    'TravelLite, quiero un hotel donde calla el mundo',
    'TravelLite, vogliamo stare in silenzio in montagna',
    'TravelLite, queremos ficar em silêncio na praia',
    'TravelLite, we willen rustig blijven slapen',
    'TravelLite、静かに過ごしたい',
    'TravelLite, Cleo will ask the hotel owner about his dog',
    'TravelLite, Cleo wants to be an owner of a camper van',
    'TravelLite, Cleo fragt den Besitzer nach dem Hund',
    'TravelLite, Cleo demande au propriétaire de garder le chien',
    'TravelLite, Cleo conoce al dueño del hotel',
    'TravelLite, Cleo è amica del proprietario',
    'TravelLite, Cleo conhece a proprietária',
    'TravelLite, Cleo kent de eigenaar',
    'TravelLite、Cleoさんはホテルのオーナーと話します',
  ])('%j is none', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
