import type { Language } from './language';

export const fr: Language = {
	code: 'fr',
	name: 'French',
	sourced: {
		optOut: 'arret, arrett, arrete, arreter, arretez, stop, desabonner, desinscrire',
		optIn: 'nonarret, debut, activer',
		help: 'aide, info',
	},
	translated: {
		optOut:
			'stop sms, stop pub, stop promo, desabonnement, se desabonner, me desabonner, desabonnez moi, desinscription, me desinscrire, desinscrivez moi, annuler, fin, resilier, resiliation, quitter, supprimer, retirer, stop tout, arret total, annuler abonnement, refus, plus de sms, plus de messages, cesser, cessez, desactiver',
		optIn:
			'abonner, abonnez moi, abonnement, commencer, demarrer, inscription, inscrire, inscrivez moi, m inscrire, m abonner, reprendre, continuer, rejoindre, oui je veux, reabonner',
		help: 'aidez moi, besoin d aide, a l aide, assistance, renseignements, informations',
	},
	confirm:
		'oui, o, oui merci, je confirme, confirmer, confirme, j accepte, accepter, accepte, d accord, ok, ouais, bien sur, 1',
	refuse: 'non, n, non merci, je refuse, refuser, refuse, 2',
	negationFollows: true,
	verbFirst: true,
	words: {
		notWant: 'veux plus, voudrais plus, souhaite plus, désire plus, veux pu, veut plus, voulons plus',
		stop: 'arretez, arretez de, arrete, arrete de, arreter, arretez avec, arrete avec, stop a, stop aux, stop les, stop, cessez, cessez de, cesse, cesser, halte a, halte aux, finissez, finissez avec, finis, assez de, marre de, marre des, ras le bol de, ras le bol des, suspendre, suspendez, annuler, annulez, annule, desactiver, desactivez, desactive, interrompre, interrompez, stopper, stoppez, stoppe, couper, coupez, evitez, basta, resilier, resiliez, mettre fin, mettez fin, stp arretez, bloquez, bloquer, en ai assez, lachez moi avec, lache moi avec, ça suffit, ça suffit avec, ça suffit avec vos, ça suffit les, ça suffit vos',
		contact:
			'contacter, contactez, contacte, contactiez, ecrire, ecrivez, ecris, ecriviez, deranger, derangez, derange, derangiez, embeter, embetez, harceler, harcelez, harcele, appeler, appelez, appelle, solliciter, sollicitez, emmerder, emmerdez, spammer, spammez, importuner, importunez, saouler, saoulez, soulez, relancer, relancez, notifier, texter, textez, bombarder, bombardez, m envoyer, m envoyez, m envoie, m ecrire, m ecrivez, m appeler, joindre, demarcher, demarchez, polluer, gaver, prospecter',
		send: 'envoyer, envoyez, envoie, envoies, envoyiez, envois, envoi, envoit, transmettre, transmettez, adresser, adressez, recevoir vos, diffuser, inonder, inondez',
		message:
			'message, messages, msg, msgs, mess, sms, texto, textos, mail*, email*, e mail*, courriel*, courrier*, notification*, notif, notifs, alerte*, info, infos, information*, communication*, rappel, rappels, whatsapp, relance*, envois, sollicitation*, newsletter*, lettre d information, votre part, conversation',
		promotion:
			'pub, pubs, publicite*, promo, promos, promotion*, offre*, annonce*, reclame, reclames, spam, spams, marketing, newsletter, newsletters, demarchage*, campagne*, publicitaire*, commercial*, prospection, bons plans',
		not: 'ne, n, pas, jamais, aucun, aucune, ni, sans, arretez de ne',
		no: 'pas de, aucun, aucune, non aux, non a, zero, plus aucun, plus aucune, plus un seul, plus de, plus de vos',
		more: 'plus, plus jamais, a nouveau, encore, de nouveau, dorenavant, desormais, a l avenir, davantage, autre, autres, plus rien, pu',
		noMore: 'plus de, plus aucun, plus aucune, plus jamais, ne plus, plus un seul, plus rien de, pu de',
		want: 'veux, veut, voulons, voudrais, voudrait, souhaite, souhaitons, souhaiterais, desire, desirons, desirerais, besoin, interesse, interessee, interessent, envie, demande, autorise, consens, accepte, aimerais, interesses, prie, demandons, je vous prie, je vous prie de',
		get: 'recevoir, recois, entendre parler, avoir, voir, etre contacte, etre contactee, etre derange, etre derangee, etre sollicite, etre sollicitee, etre appele, etre notifie, que vous m envoyiez, faire partie, figurer, etre',
		remove:
			'retirez, retirer, retire, enlevez, enlever, enleve, supprimez, supprimer, supprime, effacez, effacer, efface, rayez, rayer, otez, oter, radiez, radier, sortez, sortir, sors, exclure, excluez, eliminez, virez, virer, vire, oubliez, suppression, retrait, radiation, effacement, degagez',
		leave:
			'quitter, sortir, sortir de, partir de, me retirer, figurer, faire partie, etre, rester, continuer',
		me: 'moi, me, m, nous, mon telephone, mon portable, ma boite',
		list: 'liste*, fichier*, base de donnees, base, repertoire, registre*, systeme, contacts, diffusion, mailing, groupe, listing, abonnes, listes de diffusion',
		number:
			'mon numero, ce numero, mon num, mes coordonnees, mes donnees, mon contact, mon nom, mon tel, mon portable, mon mobile, mon adresse, mon telephone',
		unsubscribe:
			'desabonn*, desinscri*, desincri*, me desinscrire, se desabonner, me desabonner, desabonnez moi, annuler abonnement, annuler mon abonnement, annulez mon abonnement, resilier mon abonnement, resiliez mon abonnement, resilier abonnement, annuler mon inscription, annuler l inscription, annulez mon inscription, mettre fin a mon abonnement, arreter mon abonnement, arreter l abonnement, stop abonnement',
		revoke:
			'revoque, revoquer, retire, retirer, annule, annuler, annulez, resilier, resiliez, m oppose, oppose, opposition',
		consent:
			'consentement, autorisation, accord, permission, abonnement, mon abonnement, inscription, prospection',
		idiom:
			'laissez moi tranquille, laisse moi tranquille, laissez nous tranquille, foutez moi la paix, fous moi la paix, fichez moi la paix, fiche moi la paix, lachez moi, lache moi, lachez moi la grappe, mauvais numero, faux numero, vous vous trompez de numero, erreur de numero, ca suffit, ca suffit maintenant, y en a marre, j en ai marre, plus rien, degagez, allez vous faire foutre, allez vous faire voir, va te faire foutre, cassez vous, ne pas deranger, arretez ca, arretez tout, merci d arreter, arretez moi ca, vous me saoulez, arretez svp, arrete stp, vous pouvez arreter, je veux arreter, pas interesse arretez, je veux plus rien, ne plus recevoir, plus recevoir, je ne veux plus rien recevoir',
		complaint:
			'mauvais numero, faux numero, jamais inscrit, jamais inscrite, pas inscrit, pas inscrite, qui etes vous, c est qui, spam, pas interesse, pas interessee, deja dit, deja demande',
		block:
			'si, quand, lorsque, pourquoi, pendant, tant que, jusqu, avant, apres, il, elle, ils, elles, quelqu, copain, copine, mari, femme, mere, pere, fils, fille, ami, amis, chef, patron, collegue*, ce soir, hier, demain, aujourd, nuit, tout de meme, oubliez pas, oublie pas, oublier, n oubliez, n oubliez pas, hesitez, ou est, ou sont, combien, quel, quelle, rate, rater, manquer, sauf, excepte, lien, bouton, t ecrire, t envoyer, te deranger, vous deranger, vous ecrire, vous contacter, vous envoyer, vous appeler, vous embeter, continuez, continue a, continuer a, au lieu, plutot, sans prevenir, travail, reunion, pluie, bus, dois, arrivent, arrive, j ai arrete, s arrete, arrete de pleuvoir, encore recu, pas encore, n ai pas, n ai plus recu, n ai rien recu, n a pas, n est pas, ai recu, je n ai, je ne recois, recois plus, recois pas, il suffit',
		other:
			'commande*, livraison*, colis, rendez vous, rdv, reservation*, facture*, paiement*, compte, vol, billet*, table, article*, panier, adresse, photo*, video*, mot de passe, code, codes, travail, pleuvoir, pleurer, fumer, manger, rire, prix, contrat, salle de sport, assurance, carte, ordonnance, medicament*, taille, couleur, train, arret de bus, chauffage, internet, ecole, cours, application, appli, machine, musique, bruit, gare, traitement, voiture, produit*, remboursement, devis',
		split: 'et, mais, car, parce que, donc, ou, sinon, alors, puisque, puis',
		courtesy:
			'svp, s v p, stp, s il vous plait, s il te plait, sil vous plait, sil te plait, plait, merci, mrc, merci beaucoup, merci bien, mercii, bonjour, bjr, bonsoir, salut, slt, cordialement, cdt, cdlt, maintenant, tout de suite, immediatement, de suite, rapidement, au plus vite, des que possible, veuillez, merci de, merci d, priere de, je vous prie, je vous prie de, pouvez vous, pourriez vous, monsieur, madame, messieurs, pardon, desole, desolee, excusez moi, ok, oui, non, putain, merde, bordel, definitivement, completement, une bonne fois pour toutes, une fois pour toutes, enfin, vraiment, tout, urgent, la, ca, l equipe, gentil, serait gentil',
		fill: 'je, j, tu, vous, on, nous, le, la, les, l, un, une, des, du, de, d, a, au, aux, en, avec, par, pour, sur, que, qu, qui, c, ce, ces, cet, cette, vos, votre, tes, ton, ta, mon, ma, mes, son, sa, ses, leur, leurs, s, se, y, est, sont, suis, etre, ai, avez, as, ont, fait, faire, fois, toujours, jour, jours, tous, toutes, toute, chaque, sans cesse, sans arret, constamment, incessant*, trop, tant, tellement, tres, beaucoup, autant, genre, type, sorte, societe, entreprise, boutique, magasin, part, numero, telephone, portable, comment, peut on, puis je, vouloir, avoir, d avance, plusieurs, reprises, ici, cela, dans, chez, il faut, faut, faudrait, dit, demandons, rien, quoi, tout, quelconque, quotidien*, intempestif*, indesirable*, cesse, meme, bien, provenance, partir de, compter de, ni, trucs, machin, conneries, venant de, ete, aussi, encore, non sollicite*',
		join: 'abonnez moi, abonne moi, m abonner, inscrivez moi, inscris moi, m inscrire, reinscri*, reabonn*, ajoutez moi, ajoute moi, rajoutez moi, remettez moi, recevoir a nouveau, recevoir de nouveau, reactiver, reactivez, activer, reprendre les envois, recommencer a recevoir, recommencez a m envoyer, renvoyez moi, souscrire, rejoindre, je m inscris, je m abonne',
		again: 'a nouveau, de nouveau, encore, recommencer, recommencez',
		help: 'aide, aidez, aidez moi, aide moi, m aider, assistance, renseignement, renseignements, secours',
	},
};
