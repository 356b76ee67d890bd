import Accounts
import CadreModel
import HTTPTypes
import Hummingbird
import Messages
import Pages

/// Password, then code.
struct SignInPages {
  let entrance: AccountEntrance

  // MARK: Password

  func ask(_ request: Request, _ context: PageContext) -> Response {
    askPassword(request, context, to: Self.target(Query(request.uri.query)))
  }

  private func askPassword(
    _ request: Request, _ context: PageContext, to target: Place, alert: Message? = nil, status: HTTPResponse.Status = .ok
  ) -> Response {
    let language = PageResponder.language(of: request, context.viewer)
    let token = request.token(SignInCookie.form) ?? SessionToken()
    let page = SignInPage(title: SignInMessages.title, language: language, alert: alert, status: status)
    let form = page.form(
      SignInAddress.signIn, CSRFToken(pending: token), SignInMessages.next,
      """
      \(page.field(SignInMessages.account, "account", .account, isFirst: true))
      \(page.field(SignInMessages.password, "password", .password))
      """, hidden: [("to", target.address.text)])
    return page.response(
      "\(form)<p class=\"small\">\(page.text(SignInMessages.forgotten))</p>", cookies: [SignInCookie.form(token)])
  }

  func takePassword(_ request: Request, _ context: PageContext) async throws -> Response {
    let form = try await request.form()
    let target = Self.target(form)
    guard let form, isOwn(form, request) else {
      return askPassword(request, context, to: target, alert: SignInMessages.stale, status: .forbidden)
    }
    let step = try await entrance.entering.password(
      form.value("account") ?? "", form.value("password") ?? "", from: context.origin(of: request))
    switch step {
    case .secondFactor(let pending):
      return redirect(
        to: "\(SignInAddress.code)?to=\(Address.encoded(target.address.text))", cookies: [SignInCookie.pending(pending)])
    case .wait(let seconds):
      return askPassword(request, context, to: target, alert: SignInMessages.wait(seconds: seconds), status: .tooManyRequests)
    case .busy:
      return askPassword(request, context, to: target, alert: AccountMessages.busy, status: .serviceUnavailable)
    case .refused, .ended, .signedIn:
      return askPassword(request, context, to: target, alert: SignInMessages.refused, status: .unauthorized)
    }
  }

  // MARK: Code

  func askCode(_ request: Request, _ context: PageContext) -> Response {
    let target = Self.target(Query(request.uri.query))
    guard request.token(SessionToken.pendingCookieName) != nil else { return askPassword(request, context, to: target) }
    return askCode(request, context, to: target)
  }

  private func askCode(
    _ request: Request, _ context: PageContext, to target: Place, alert: Message? = nil, status: HTTPResponse.Status = .ok
  ) -> Response {
    let language = PageResponder.language(of: request, context.viewer)
    let token = request.token(SignInCookie.form) ?? SessionToken()
    let page = SignInPage(title: SignInMessages.codeTitle, language: language, alert: alert, status: status)
    let form = page.form(
      SignInAddress.code, CSRFToken(pending: token), SignInMessages.title,
      page.field(SignInMessages.code, "code", .code, hint: SignInMessages.codeHint, isFirst: true),
      hidden: [("to", target.address.text)])
    return page.response(form, cookies: [SignInCookie.form(token)])
  }

  func takeCode(_ request: Request, _ context: PageContext) async throws -> Response {
    let form = try await request.form()
    let target = Self.target(form)
    guard let form, isOwn(form, request), let pending = request.token(SessionToken.pendingCookieName) else {
      return askPassword(request, context, to: target, alert: SignInMessages.stale, status: .forbidden)
    }
    switch try await entrance.entering.code(form.value("code") ?? "", pending: pending) {
    case .signedIn(let token, let left):
      let place = left > 2 ? target.address.text : SignInAddress.account
      return redirect(
        to: place,
        cookies: [
          SignInCookie.session(token), SignInCookie.gone(SessionToken.pendingCookieName), SignInCookie.gone(SignInCookie.form),
        ])
    case .refused, .secondFactor, .wait, .busy:
      return askCode(request, context, to: target, alert: AccountMessages.wrongCode, status: .unauthorized)
    case .ended:
      return askPassword(request, context, to: target, alert: SignInMessages.ended, status: .unauthorized)
    }
  }

  // MARK: Both

  /// Where one wanted to go: a page of ours.
  private static func target(_ query: Query?) -> Place {
    guard let text = query?.value("to") else { return .home }
    let parts = text.split(separator: "?", maxSplits: 1).map(String.init)
    guard let path = parts.first else { return .home }
    return Place(path: path, query: parts.count > 1 ? parts[1] : nil) ?? .home
  }

  private func isOwn(_ form: Query, _ request: Request) -> Bool {
    guard let token = request.token(SignInCookie.form) else { return false }
    return CSRFToken(pending: token).matches(form.value("form") ?? "")
  }
}

/// On to another address of ours, with cookies.
func redirect(to address: String, cookies: [String] = []) -> Response {
  var response = Response.redirect(to: address, type: .normal)
  response.headers[.cacheControl] = "no-store"
  for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
  return response
}
