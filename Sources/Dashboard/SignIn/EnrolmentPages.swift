import Accounts
import CadreModel
import HTTPTypes
import Hummingbird
import Messages
import Pages

/// What a one-time link leads to: a password, the secret of the codes as a picture, and recovery codes.
struct EnrolmentPages {
  let entrance: AccountEntrance

  func ask(_ request: Request, _ context: PageContext) async throws -> Response {
    guard let link = Self.link(context), let offer = try await entrance.enrolment.open(link) else {
      return ended(request, context)
    }
    return ask(request, link, offer)
  }

  private func ask(
    _ request: Request, _ link: LinkToken, _ offer: EnrolmentOffer, alert: Message? = nil, status: HTTPResponse.Status = .ok
  ) -> Response {
    let token = request.token(SignInCookie.form) ?? SessionToken()
    let hasChosen = request.cookies[PageResponder.languageCookie] != nil
    let language = hasChosen ? PageResponder.language(of: request, nil) : offer.language
    let page = SignInPage(title: SignInMessages.enrolTitle, language: language, alert: alert, status: status)
    let rules = SignInMessages.rules(minimum: PasswordRules.minimum)
    let form = page.form(
      link.path, CSRFToken(pending: token), SignInMessages.enrol,
      """
      <input type="hidden" name="account" autocomplete="username" value="\(offer.account)">
      \(page.field(SignInMessages.newPassword, "password", .newPassword, hint: rules))
      \(page.field(SignInMessages.again, "again", .newPassword))
      <h2>\(page.text(SignInMessages.scanTitle))</h2>
      <p>\(page.text(SignInMessages.scan))</p>
      \(picture(offer, page))
      <p class="secret">\(page.text(SignInMessages.byHand)) <code>\(offer.secret.base32)</code></p>
      \(page.field(SignInMessages.code, "code", .code, hint: SignInMessages.firstCode))
      """)
    return page.response(
      "<p>\(page.text(SignInMessages.enrolling(offer.displayName, account: offer.account)))</p>\(form)",
      cookies: [SignInCookie.form(token)])
  }

  private func picture(_ offer: EnrolmentOffer, _ page: SignInPage) -> HTML {
    guard let code = QRCode(offer.secret.uri(issuer: entrance.issuer, account: offer.account)) else { return .empty }
    return """
      <svg class="qr" viewBox="0 0 \(code.extent) \(code.extent)" role="img" aria-label="\(page.text(SignInMessages.picture))" \
      shape-rendering="crispEdges"><rect width="\(code.extent)" height="\(code.extent)" fill="#fff"/>\
      <path d="\(code.path)" fill="#000"/></svg>
      """
  }

  func take(_ request: Request, _ context: PageContext) async throws -> Response {
    guard let link = Self.link(context), let offer = try await entrance.enrolment.open(link) else {
      return ended(request, context)
    }
    guard let form = try await request.form(), let token = request.token(SignInCookie.form),
      CSRFToken(pending: token).matches(form.value("form") ?? "")
    else { return ask(request, link, offer, alert: SignInMessages.stale, status: .forbidden) }
    guard let password = form.value("password"), password == form.value("again") else {
      return ask(request, link, offer, alert: SignInMessages.notTheSame, status: .unprocessableContent)
    }
    do {
      let codes = try await entrance.enrolment.finish(link, password: password, code: form.value("code") ?? "")
      let page = SignInPage(title: SignInMessages.codesTitle, language: offer.language)
      return page.response(
        """
        \(RecoveryCodesList(codes: codes).html(page))
        <p><a href="\(SignInAddress.signIn)">\(page.text(SignInMessages.toSignIn))</a></p>
        """, cookies: [SignInCookie.gone(SignInCookie.form)])
    } catch let error as AccountError where error != .linkEnded {
      return ask(request, link, offer, alert: error.message, status: .unprocessableContent)
    } catch is AccountError {
      return ended(request, context)
    }
  }

  private func ended(_ request: Request, _ context: PageContext) -> Response {
    let language = PageResponder.language(of: request, context.viewer)
    let page = SignInPage(
      title: SignInMessages.enrolTitle, language: language, alert: AccountMessages.linkEnded, status: .notFound)
    return page.response("<p><a href=\"\(SignInAddress.signIn)\">\(page.text(SignInMessages.toSignIn))</a></p>")
  }

  private static func link(_ context: PageContext) -> LinkToken? { context.parameters.get("link").flatMap(LinkToken.init) }
}

/// Recovery codes, shown once.
struct RecoveryCodesList {
  let codes: RecoveryCodes

  func html(_ page: SignInPage) -> HTML {
    let lines = codes.codes.map { code -> HTML in "<li><code>\(code)</code></li>" }
    return "<p>\(page.text(SignInMessages.codesText))</p><ol class=\"codes\">\(HTML.joined(lines))</ol>"
  }
}
