import { type RoomLexicon } from './room-lexicon.js';

export const ja: RoomLexicon = {
  side: '{what}（{names}）',
  differ: 'ご希望が分かれています：{sides}。それぞれのプランを作ります。',
  oppose:
    '{what}について意見が分かれています：希望は{for}さん、希望しないのは{against}さん。それぞれのプランを作ります。',
  opposePlace:
    '{what}について意見が分かれています：行きたいのは{for}さん、行きたくないのは{against}さん。皆さんで決めてください。',
  paces: 'ペースのご希望が分かれています：{sides}。それぞれのプランを作ります。',
  budgets: 'ご予算が分かれています：{sides}。決まるまでは最後に伺った額で進めます。',
  budgetsLowest: 'ご予算が分かれています：{sides}。最も低い額に合わせます。',
  dates: '日程のご希望が分かれています：{sides}。決まるまでは最後に伺った日程で進めます。',
  paceNames: { relaxed: 'ゆったり', balanced: 'ほどほど', packed: '盛りだくさん' },
  said: '皆さんのご希望：{list}。',
  member: '{name}さん：{what}',
  from: '{value}発',
  votes: 'これまでの投票：{counts}。',
  count: 'プラン{number}（{names}）',
  settled: '過半数がプラン{number}「{name}」をご希望なので、これに決まりです。',
  roleNames: { owner: 'オーナー', editor: '編集者', viewer: '閲覧者' },
  policies: {
    always: 'ここではすべてのメッセージにお答えします。',
    when_addressed:
      '呼ばれたとき、私の質問への返事、プランの選択にだけお答えします。内容はすべて読んで覚えています。',
    silent: 'ここでは発言せず、読んでご希望を覚えておきます。「/reply always」でまたお話しします。',
  },
  roster: 'この部屋のメンバー：{members}。',
  role: '{name}さんは{role}になりました。',
  viewer:
    'あなたはここでは閲覧者なので、ご希望は旅行に反映されません。{names}さんが編集者に変更できます。質問はいつでもどうぞ。',
  notAllowed: 'それができるのは{names}さんだけです。',
  unknownMember: '{name}さんという方はここにはいません。発言した方：{members}。',
  unknownCommand:
    '使えるのは /room、/reply always | when_addressed | silent、/role 名前 owner | editor | viewer です。',
  lastOwner: '部屋にはオーナーが必要です。先に別の方をオーナーにしてください。',
  flightsNext: '出発地が分かり次第、{dates}の航空券を探します。',
};
